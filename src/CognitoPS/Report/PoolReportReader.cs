using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoPS.Audit;
using CognitoPS.Paging;
using CognitoPS.Users;

namespace CognitoPS.Report;

/// <summary>Reads what a report says about a pool. Users pass by: memory holds some pages of them at a time.</summary>
internal sealed class PoolReportReader(IAmazonCognitoIdentityProvider client, string region, PoolAudit audit)
{
    private const int SlicesAtOnce = 16;

    public async Task<PoolReport> ReadAsync(string userPoolId, CancellationToken cancellationToken)
    {
        PoolPicture picture = await new LivePoolSource(client, region)
            .ReadAsync(userPoolId, PoolParts.All, cancellationToken)
            .ConfigureAwait(false);
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (GroupPicture group in picture.Groups.Value ?? [])
        {
            Part<UserTotals> members = await CountAsync(
                    Pager.PagesAsync(
                        client,
                        ListOperations.UsersInGroup,
                        new ListUsersInGroupRequest { UserPoolId = userPoolId, GroupName = group.Group.GroupName },
                        cancellationToken: cancellationToken
                    )
                )
                .ConfigureAwait(false);
            if (members.Value is { } counted)
                sizes[group.Group.GroupName] = counted.Count;
        }

        Part<UserTotals> users = await CountAsync(UserSlices.PagesAsync(client, userPoolId, null, SlicesAtOnce, cancellationToken))
            .ConfigureAwait(false);
        return new PoolReport(picture, audit.Check(picture), users, sizes);
    }

    private static async Task<Part<UserTotals>> CountAsync(IAsyncEnumerable<IReadOnlyList<UserType>> pages)
    {
        var totals = new UserTotals();
        try
        {
            await foreach (IReadOnlyList<UserType> page in pages.ConfigureAwait(false))
            {
                foreach (UserType user in page)
                    totals.Add(user);
            }
        }
        catch (AmazonServiceException exception) when (LivePoolSource.IsDenial(exception))
        {
            return Part<UserTotals>.Unknown(exception.Message);
        }

        return Part<UserTotals>.Known(totals);
    }
}
