using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Resources;

/// <summary>A pool whose settings another one is made with.</summary>
/// <param name="pool">The pool as it was described.</param>
/// <param name="mfa">Its MFA configuration, which creating a pool does not take.</param>
internal sealed class PoolTemplate(UserPoolType pool, GetUserPoolMfaConfigResponse mfa)
{
    private const int MostInOneRequest = 25;
    private const int MostAtCreation = 50;

    public UserPoolType Pool { get; } = pool;

    public static async Task<PoolTemplate> ReadAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        CancellationToken cancellationToken
    )
    {
        Task<GetUserPoolMfaConfigResponse> mfa = client.GetUserPoolMfaConfigAsync(new() { UserPoolId = userPoolId }, cancellationToken);
        DescribeUserPoolResponse pool = await client.DescribeUserPoolAsync(new() { UserPoolId = userPoolId }, cancellationToken);
        return new PoolTemplate(pool.UserPool, await mfa);
    }

    /// <summary>The request that makes a pool like this one.</summary>
    public CreateUserPoolRequest ToRequest()
    {
        CreateUserPoolRequest request = SettingTree.Project<CreateUserPoolRequest>(Pool, UpdateRules.UserPool.Renamed);
        request.Schema = [.. (Pool.SchemaAttributes ?? []).Where(IsOwn).Select(ToNew)];
        if (request.Schema.Count == 0)
            request.Schema = null;
        return request;
    }

    /// <summary>
    /// Takes out of the request what creating a pool does not take: attributes beyond the fiftieth, and MFA, which may need means that only
    /// its own operation sets.
    /// </summary>
    public Remainder TakeRemainder(CreateUserPoolRequest request)
    {
        SetUserPoolMfaConfigRequest own = SettingTree.Project<SetUserPoolMfaConfigRequest>(mfa, []);
        (own.MfaConfiguration, request.MfaConfiguration) = (request.MfaConfiguration, null);
        MfaRules.DropFactorsWhenOff(own, own);
        MfaRules.Check(own, namesFactor: false, SettingTree.Project<UserPoolType>(request, []));
        List<SchemaAttributeType> further = [.. (request.Schema ?? []).Skip(MostAtCreation)];
        if (further.Count > 0)
            request.Schema = [.. request.Schema!.Take(MostAtCreation)];
        return new Remainder(further, own);
    }

    /// <summary>Custom attributes, and standard ones that are not as every pool has them.</summary>
    private static bool IsOwn(SchemaAttributeType attribute) =>
        attribute.Name.Contains(':')
        || (attribute.Name != "sub" && (attribute.Required == true || attribute.Mutable == false || HasOwnLimits(attribute)));

    private static bool HasOwnLimits(SchemaAttributeType attribute)
    {
        string expected = attribute.Name == "birthdate" ? "10-10" : "0-2048";
        return (
                attribute.StringAttributeConstraints is { } text
                && $"{text.MinLength}-{text.MaxLength}" is var length
                && length != expected
                && length != "-"
            ) || attribute.NumberAttributeConstraints is { MaxValue: not null } or { MinValue: not null and not "0" };
    }

    private static SchemaAttributeType ToNew(SchemaAttributeType attribute)
    {
        var made = (SchemaAttributeType)SettingTree.Copy(attribute)!;
        made.Name = attribute.Name.Substring(attribute.Name.LastIndexOf(':') + 1);
        return made;
    }

    /// <summary>What a new pool is given after its creation.</summary>
    internal sealed record Remainder(List<SchemaAttributeType> Attributes, SetUserPoolMfaConfigRequest Mfa)
    {
        /// <summary>Gives it, and describes the pool. A failure says that the pool is there, and how to go on or back.</summary>
        public async Task<UserPoolType> ApplyAsync(
            IAmazonCognitoIdentityProvider client,
            string userPoolId,
            CancellationToken cancellationToken
        )
        {
            for (int i = 0; i < Attributes.Count; i += MostInOneRequest)
            {
                var add = new AddCustomAttributesRequest
                {
                    UserPoolId = userPoolId,
                    CustomAttributes = [.. Attributes.Skip(i).Take(MostInOneRequest)],
                };
                await ThenAsync(userPoolId, "adding attributes", () => client.AddCustomAttributesAsync(add, cancellationToken));
            }

            Mfa.UserPoolId = userPoolId;
            await ThenAsync(userPoolId, "setting MFA", () => client.SetUserPoolMfaConfigAsync(Mfa, cancellationToken));
            return (await client.DescribeUserPoolAsync(new() { UserPoolId = userPoolId }, cancellationToken)).UserPool;
        }

        private static async Task ThenAsync(string userPoolId, string what, Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (Exception exception) when (ErrorTable.IsReportable(exception) && exception is not OperationCanceledException)
            {
                throw ErrorTable.Within(
                    exception,
                    $"The pool {userPoolId} was created, but {what} failed. Continue with Set-CognitoUserPoolMfa and "
                        + $"Add-CognitoUserPoolAttribute, or undo with Remove-CognitoUserPool {userPoolId}. "
                );
            }
        }
    }
}
