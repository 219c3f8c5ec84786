namespace CognitoPS.LocalServer.Requests;

/// <summary>A message that the service would have sent.</summary>
/// <param name="UserPoolId">The pool that sent it.</param>
/// <param name="Username">To whom.</param>
/// <param name="Medium">EMAIL or SMS.</param>
/// <param name="Destination">The address or number.</param>
/// <param name="Text">What it says.</param>
/// <param name="Code">The code or temporary password in it.</param>
public sealed record DeliveredMessage(string UserPoolId, string Username, string Medium, string Destination, string Text, string Code);
