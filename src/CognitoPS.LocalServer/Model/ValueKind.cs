namespace CognitoPS.LocalServer.Model;

internal enum ValueKind
{
    String,
    Integer,
    Boolean,
    Timestamp,
    Blob,
    Document,
    List,
    Map,
    Structure,
}
