namespace CognitoPS.LocalServer.Http;

/// <summary>Where a connection breaks on purpose.</summary>
internal enum ConnectionCut
{
    None,
    BeforeAnswer,
    InsideAnswer,
}
