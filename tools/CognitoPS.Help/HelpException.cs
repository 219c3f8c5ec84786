namespace CognitoPS.Help;

/// <summary>Something in the code's comments or attributes that no help can be made from.</summary>
internal sealed class HelpException(string message) : Exception(message);
