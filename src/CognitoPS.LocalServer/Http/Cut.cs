namespace CognitoPS.Local.Http;

internal enum Cut
{
    No,
    Before,
    Inside,
}
