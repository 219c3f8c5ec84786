using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.SignIn;
using CognitoPS.LocalServer.Tokens;

namespace CognitoPS.LocalServer.Operations;

/// <summary>The operations that the server has, from all areas.</summary>
internal static class AllOperations
{
    internal static OperationTable Table()
    {
        OperationTable table = new();
        UserPoolOperations.AddTo(table);
        UserPoolClientOperations.AddTo(table);
        PoolMfaOperations.AddTo(table);
        SessionConfigurationOperations.AddTo(table);
        RiskConfigurationOperations.AddTo(table);
        LogDeliveryOperations.AddTo(table);
        DomainOperations.AddTo(table);
        IdentityProviderOperations.AddTo(table);
        ResourceServerOperations.AddTo(table);
        BrandingOperations.AddTo(table);
        ReplicaOperations.AddTo(table);
        TagOperations.AddTo(table);
        ProvisionedLimitOperations.AddTo(table);
        ImportOperations.AddTo(table);
        GroupOperations.AddTo(table);
        UserOperations.AddTo(table);
        UserMfaOperations.AddTo(table);
        DeviceOperations.AddTo(table);
        SessionOperations.AddTo(table);
        AuthEventOperations.AddTo(table);
        LinkedIdentityOperations.AddTo(table);
        InitiateAuth.AddTo(table);
        Challenges.AddTo(table);
        TokenOperations.AddTo(table);
        SignUpOperations.AddTo(table);
        PasswordOperations.AddTo(table);
        SoftwareTokenOperations.AddTo(table);
        PasskeyOperations.AddTo(table);
        SignedInUserOperations.AddTo(table);
        return table;
    }
}
