using CognitoPS.Settings;

namespace CognitoPS.Pipeline;

/// <summary>What every cmdlet does that creates something, before it sends.</summary>
internal static class Creation
{
    /// <summary>Checks the request, shows it as it would be sent under -Verbose, and asks.</summary>
    /// <param name="cmdlet">Who asks.</param>
    /// <param name="target">What is to be created, in words.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="further">What is sent after it.</param>
    /// <exception cref="CognitoException">InvalidSetting.</exception>
    public static bool ShouldCreate(AsyncCommand cmdlet, string target, object request, params object[] further)
    {
        SettingCheck.Check(request);
        foreach (object one in further.Prepend(request))
            cmdlet.WriteVerbose(RequestText.Of(one));
        return cmdlet.ShouldProcess(target, "Create");
    }
}
