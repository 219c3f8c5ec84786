namespace CognitoPS.Tests.Conventions;

/// <summary>The exceptions to the conventions, each with its reason.</summary>
internal static class Tables
{
    /// <summary>Verbs of cmdlets that change something.</summary>
    public static readonly HashSet<string> MutatingVerbs =
    [
        "Add",
        "Clear",
        "Complete",
        "Confirm",
        "Copy",
        "Disable",
        "Disconnect",
        "Enable",
        "Import",
        "Move",
        "New",
        "Register",
        "Remove",
        "Rename",
        "Repair",
        "Reset",
        "Restore",
        "Revoke",
        "Send",
        "Set",
        "Start",
        "Stop",
        "Unregister",
        "Update",
    ];

    /// <summary>Cmdlets with such a verb that do not ask.</summary>
    public static readonly Dictionary<string, string> NothingToAsk = new()
    {
        ["Disconnect-Cognito"] = "forgets a setting of the session; nothing of the service changes",
        ["Update-CognitoToken"] = "gets new tokens for old ones, as a sign-in does; nothing of the user changes",
    };

    /// <summary>Parameters named like a secret that hold none.</summary>
    public static readonly Dictionary<string, string> NotSecret = new()
    {
        ["Revoke-CognitoToken -RevokeAssociatedSessions"] = "says whether, and names no session",
        ["Revoke-CognitoUserSession -RevokeAssociatedSessions"] = "says whether, and names no session",
    };

    /// <summary>Output that is not one of the module's own types.</summary>
    public static readonly Dictionary<string, string> ForeignOutput = new()
    {
        ["Test-CognitoToken writes System.Boolean"] = "-Quiet answers yes or no",
        ["New-CognitoReport writes System.IO.FileInfo"] = "a file, to open or to send",
        ["Test-CognitoUserPool writes System.Boolean"] = "-Quiet answers yes or no",
        ["Test-CognitoUserPool writes System.String"] = "-AsSarif writes a log for other tools",
        ["Get-CognitoTotpCode writes System.String"] = "a code to pass on",
        ["Get-CognitoSecretHash writes System.String"] = "a hash to pass on",
    };

    /// <summary>Members that are not plain, and so do not survive a file.</summary>
    public static readonly Dictionary<string, string> LiveMembers = new()
    {
        ["LocalServerInfo.Requests"] = "of the server that runs in this process, as it is now",
        ["LocalServerInfo.Messages"] = "of the server that runs in this process, as it is now",
        ["LocalServerInfo.Faults"] = "to be set while the server runs",
        ["TokenCheck.Reasons"] = "each of the module's own type, with two texts",
        ["TokenCheck.Token"] = "of the module's own type, as ConvertFrom-CognitoToken gives it",
    };

    /// <summary>Collections that may be null.</summary>
    public static readonly Dictionary<string, string> NullableCollections = new()
    {
        ["CognitoConnection.RateLimits"] = "null says: the service's defaults; empty: not paced",
    };

    /// <summary>Aliases that make a beginning ambiguous.</summary>
    public static readonly Dictionary<string, string> AmbiguousAliases = new()
    {
        ["Add-CognitoTag -ResourceArn"] = "the API's name, as long as there was the cmdlet",
        ["Get-CognitoTag -ResourceArn"] = "the API's name, as long as there was the cmdlet",
        ["Remove-CognitoTag -ResourceArn"] = "the API's name, as long as there was the cmdlet",
        ["Add-CognitoUserPoolAttribute -Type"] = "what people say, as long as there was the cmdlet",
        ["Confirm-CognitoSoftwareToken -Code"] = "what people say, as long as there was the cmdlet",
        ["Get-CognitoUserPoolClient -ClientName"] = "the API's name, as long as there was the cmdlet",
        ["New-CognitoUserPoolReplica -Tag"] = "what people say, as long as there was the cmdlet",
        ["Test-CognitoToken -AccessToken"] = "binds a session's token, as long as there was the cmdlet",
        ["Connect-CognitoUser -PasswordFirst"] = "its former name; -Pass is refused, where it would otherwise be a password",
    };

    /// <summary>Parameters that do not come first where a pool is piped.</summary>
    public static readonly Dictionary<string, string> StaysBehind = new()
    {
        ["Set-CognitoSessionConfiguration -ClientId"] = "a pool and a client by position would be ambiguous",
    };

    /// <summary>Parameters that begin like a secret in cmdlets that nobody gives one to.</summary>
    public static readonly Dictionary<string, string> NoSecretMeant = new()
    {
        ["New-CognitoIdentityProvider -TokenUrl"] = "an address, and what is none is refused unsent",
        ["Set-CognitoIdentityProvider -TokenUrl"] = "an address, and what is none is refused unsent",
        ["New-CognitoUserImportJob -PasswordHashingAlgorithm"] = "passwords stand in the file",
        ["Import-CognitoUser -PasswordHashingAlgorithm"] = "passwords stand in the file",
        ["New-CognitoUserPool -PasswordPolicy"] = "settings; text is none",
        ["Set-CognitoUserPool -PasswordPolicy"] = "settings; text is none",
        ["New-CognitoUserPoolClient -TokenValidityUnits"] = "settings; text is none",
        ["Set-CognitoUserPoolClient -TokenValidityUnits"] = "settings; text is none",
    };
}
