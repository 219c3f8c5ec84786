using System.Text.Json;

namespace CognitoPS.Tests.LocalServer.LiveFacts;

/// <summary>One row of the JSON files beside this: what the live service answered, and who says so.</summary>
/// <param name="Fact">What the row says, in one sentence; unique.</param>
/// <param name="Operation">The operation that the fact is about.</param>
/// <param name="Source">Where it is recorded.</param>
/// <param name="Sure">How it is known: one of <see cref="LiveFactTable.Degrees"/>.</param>
/// <param name="Requests">Sent in their order, each an object: see README.md.</param>
/// <param name="NotHeld">Why the local server is not held to it; such a row has no requests.</param>
public sealed record LiveFact(string Fact, string Operation, string Source, string Sure, JsonElement[]? Requests, string? NotHeld)
{
    public override string ToString() => Fact;
}
