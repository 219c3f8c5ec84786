namespace CognitoPS.Pipeline;

/// <summary>Says once, when many users are read one by one, that each counts.</summary>
internal sealed class ReadCost
{
    private const int Many = 100;
    private int _read;

    public void Count(AsyncCommand cmdlet, int users = 1)
    {
        bool wereMany = _read > Many;
        _read += users;
        if (!wereMany && _read > Many)
        {
            cmdlet.WriteWarning(
                $"More than {Many} users are being read one at a time. Each one takes a request, and may count as a monthly "
                    + "active user on your bill. "
                    + "Get-CognitoUser without -Username lists 60 users per request, with their attributes, state and dates, "
                    + "and adds no active "
                    + "users. Add -Parallel to speed it up."
            );
        }
    }
}
