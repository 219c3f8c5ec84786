using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Attempts to sign in, as threat protection records them.</summary>
internal static class AuthEventOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("AdminListUserAuthEvents", List);
        table.Add("AdminUpdateAuthEventFeedback", (Call call, UserPool pool, User user) => SetFeedback(call, pool, user, "Admin"));
        table.Add("UpdateAuthEventFeedback", UpdateFeedback);
    }

    /// <summary>Newest first.</summary>
    private static void List(Call call, UserPool pool, User user)
    {
        pool.RequireThreatProtection();
        call.WritePage("AuthEvents", user.SignIn?.AuthEvents ?? [], Write, authEvent => new ListPosition(-authEvent.Sequence));
    }

    /// <summary>The user's own word, by the link in a message.</summary>
    private static void UpdateFeedback(Call call)
    {
        string id = call.Required("UserPoolId");
        UserPool pool = call.State.FindPool(id) ?? throw ServiceException.NotFound($"User pool {id} does not exist.");
        lock (pool)
        {
            User user = call.User(pool);
            if (Get(call, user).FeedbackToken != call.Required("FeedbackToken"))
                throw ServiceException.NotAuthorized("Invalid feedback token.");
            SetFeedback(call, pool, user, "User");
        }
    }

    private static void SetFeedback(Call call, UserPool pool, User user, string provider)
    {
        pool.RequireThreatProtection();
        Get(call, user).Feedback = (call.Required("FeedbackValue"), provider, call.Now);
    }

    private static AuthEvent Get(Call call, User user)
    {
        string id = call.Required("EventId");
        return Array.Find(user.SignIn?.AuthEvents ?? [], authEvent => authEvent.Id == id)
            ?? throw ServiceException.NotFound("Authentication event does not exist.");
    }

    private static void Write(Utf8JsonWriter json, AuthEvent item)
    {
        json.WriteStartObject();
        json.WriteString("EventId", item.Id);
        json.WriteString("EventType", item.Type);
        json.WriteTime("CreationDate", item.Created);
        json.WriteString("EventResponse", item.Passed ? "Pass" : "Fail");
        json.WriteStartObject("EventRisk");
        json.WriteString("RiskDecision", "NoRisk");
        json.WriteBoolean("CompromisedCredentialsDetected", false);
        json.WriteEndObject();
        json.WriteStartArray("ChallengeResponses");
        json.WriteStartObject();
        json.WriteString("ChallengeName", "Password");
        json.WriteString("ChallengeResponse", item.Passed ? "Success" : "Failure");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("EventContextData");
        json.WriteString("IpAddress", item.Address ?? "127.0.0.1");
        json.WriteEndObject();
        if (item.Feedback is { } feedback)
        {
            json.WriteStartObject("EventFeedback");
            json.WriteString("FeedbackValue", feedback.Value);
            json.WriteString("Provider", feedback.Provider);
            json.WriteTime("FeedbackDate", feedback.Time);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
