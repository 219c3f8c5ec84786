using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Model;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Request rates that were raised.</summary>
internal static class ProvisionedLimitOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("GetProvisionedLimit", Get);
        table.Add("UpdateProvisionedLimit", Update);
    }

    private static void Get(Call call)
    {
        RequestRate rate = Rate(call);
        Write(call, call.State.Rates.PerSecond(call.Region, rate), rate.PerSecond);
    }

    private static void Update(Call call)
    {
        RequestRate rate = Rate(call);
        int asked = call.Number("RequestedLimitValue")!.Value;
        if (asked < rate.PerSecond)
            throw ServiceException.Invalid($"The limit of {rate.Category} cannot be lower than {rate.PerSecond}.");
        if (asked > rate.PerSecond && !rate.Raisable)
            throw new ServiceException("ServiceQuotaExceededException", $"The limit of {rate.Category} cannot be raised.");
        call.State.Rates.Raise(call.Region, rate, asked);
        Write(call, asked, rate.PerSecond);
    }

    /// <summary>The category that the definition names in whatever attribute: as UserAuthentication or USER_AUTHENTICATION.</summary>
    private static RequestRate Rate(Call call)
    {
        string[] names =
        [
            .. call
                .Request.Find("LimitDefinition", "Attributes")!
                .Value.EnumerateObject()
                .Select(attribute => attribute.Value.GetString()!),
        ];
        if (names.Length == 1 && RequestRates.OfCategory(names[0].Replace("_", "")) is { } found)
            return found;
        throw ServiceException.NotFound("There is no such limit: Attributes must name one category of API operations.");
    }

    private static void Write(Call call, int value, int free)
    {
        call.Json.WriteStartObject("Limit");
        call.Json.WritePropertyName("LimitDefinition");
        call.Find("LimitDefinition")!.Value.WriteTo(call.Json);
        call.Json.WriteNumber("ProvisionedLimitValue", value);
        call.Json.WriteNumber("FreeLimitValue", free);
        call.Json.WriteEndObject();
    }
}
