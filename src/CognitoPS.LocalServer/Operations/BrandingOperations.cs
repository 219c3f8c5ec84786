using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Managed login branding, the classic pages' customization, and terms.</summary>
internal static class BrandingOperations
{
    private const int LargestImage = 100 * 1024;
    private const string CssVersion = "20190128172214";
    private const string AllClients = "ALL";

    private static readonly string[] BrandingKeys = ["UserPoolId", "ClientId", "ManagedLoginBrandingId"];
    private static readonly JsonElement ServiceStyle = JsonSettings.Parse(
        """{ "categories": { "global": { "colorSchemeMode": "LIGHT" } }, "componentClasses": {}, "components": {} }"""
    );

    internal static void AddTo(OperationTable table)
    {
        table.Add("CreateManagedLoginBranding", CreateBranding);
        table.Add("DescribeManagedLoginBranding", (call, pool) => WriteBranding(call, pool, Branding(call, pool)));
        table.Add(
            "DescribeManagedLoginBrandingByClient",
            (Call call, UserPool pool, UserPoolClient client) =>
                WriteBranding(
                    call,
                    pool,
                    BrandingOf(pool, client)
                        ?? throw ServiceException.NotFound($"ManagedLoginBranding for client {client.Id} does not exist.")
                )
        );
        table.Add("UpdateManagedLoginBranding", UpdateBranding);
        table.Add("DeleteManagedLoginBranding", (call, pool) => pool.Brandings.Remove(Branding(call, pool)));
        table.Add("GetUICustomization", GetCustomization);
        table.Add("SetUICustomization", SetCustomization);
        table.Add("ListTerms", (call, pool) => call.WritePage("Terms", pool.Terms, WriteTermsSummary));
        table.Add("DescribeTerms", (call, pool) => WriteTerms(call, pool, Terms(call, pool)));
        table.Add(
            "DescribeTermsByClient",
            (Call call, UserPool pool, UserPoolClient client) =>
                WriteTerms(
                    call,
                    pool,
                    TermsOf(pool, client.Id, call.Required("TermsName")) ?? throw ServiceException.NotFound("Terms do not exist.")
                )
        );
        table.Add("CreateTerms", CreateTerms);
        table.Add("UpdateTerms", UpdateTerms);
        table.Add("DeleteTerms", (call, pool) => pool.Terms.Remove(Terms(call, pool)));
    }

    private static PoolResource Branding(Call call, UserPool pool) =>
        pool.Brandings.Find(call.Required("ManagedLoginBrandingId"))
        ?? throw ServiceException.NotFound("ManagedLoginBranding does not exist.");

    private static PoolResource? BrandingOf(UserPool pool, UserPoolClient client) =>
        pool.Brandings.Items.All().FirstOrDefault(branding => branding.Settings.Text("ClientId") == client.Id);

    private static void CreateBranding(Call call, UserPool pool, UserPoolClient client)
    {
        if (BrandingOf(pool, client) is not null)
            throw new ServiceException(
                "ManagedLoginBrandingExistsException",
                $"A ManagedLoginBranding already exists for client {client.Id}"
            );
        JsonObject settings = CompleteBranding(call);
        settings["ClientId"] = client.Id;
        WriteBranding(call, pool, pool.Brandings.Add(call, call.State.Ids.Uuid().ToString(), settings));
    }

    /// <summary>Replaces the settings, and the assets where the request has some.</summary>
    private static void UpdateBranding(Call call, UserPool pool)
    {
        PoolResource branding = Branding(call, pool);
        JsonObject settings = CompleteBranding(call);
        settings["ClientId"] = branding.Settings.Text("ClientId");
        if (branding.Settings.Find("Assets") is { } assets && !call.Has("Assets"))
            settings["Assets"] = JsonNode.Parse(assets.GetRawText());
        branding.Change(call, settings);
        WriteBranding(call, pool, branding);
    }

    private static JsonObject CompleteBranding(Call call)
    {
        if (call.Flag("UseCognitoProvidedValues") == call.Has("Settings"))
            throw ServiceException.Invalid("useCognitoProvidedValues or settings should be specified (but not both)");
        if (call.Find("Settings") is { ValueKind: not JsonValueKind.Object })
            throw new ServiceException("InternalErrorException", "Something went wrong", 500);
        CheckAssets(call);
        JsonObject settings = JsonSettings.Of(call.Request, BrandingKeys);
        settings["UseCognitoProvidedValues"] = call.Flag("UseCognitoProvidedValues");
        settings["Assets"] ??= new JsonArray();
        return settings;
    }

    private static void CheckAssets(Call call)
    {
        string[] misplaced =
        [
            .. call.Items("Assets")
                .Where(asset => asset.Text("Extension") == "ICO" && asset.Text("Category") != "FAVICON_ICO")
                .Select(asset =>
                    $"{{category: {asset.Text("Category")}, extension: ICO, colorMode: {asset.Text("ColorMode")}, "
                    + "errorMessage: The extension is not allowed for the category}"
                ),
        ];
        if (misplaced.Length > 0)
            throw ServiceException.Invalid($"Invalid assets provided. Validation errors: [{string.Join(", ", misplaced)}]");
    }

    private static void WriteBranding(Call call, UserPool pool, PoolResource branding)
    {
        Utf8JsonWriter json = call.Json;
        json.WriteStartObject("ManagedLoginBranding");
        json.WriteString("ManagedLoginBrandingId", branding.Key);
        json.WriteString("UserPoolId", pool.Id);
        foreach (JsonProperty member in branding.Settings.EnumerateObject().Where(setting => setting.Name != "ClientId"))
            member.WriteTo(json);
        if (
            call.Operation.Input!.Find("ReturnMergedResources") is not null
            && call.Flag("ReturnMergedResources")
            && branding.Settings.Find("Settings") is null
        )
        {
            json.WritePropertyName("Settings");
            ServiceStyle.WriteTo(json);
        }
        branding.WriteDates(json);
        json.WriteEndObject();
    }

    private static void GetCustomization(Call call, UserPool pool)
    {
        string client = call.Text("ClientId") ?? AllClients;
        if (client != AllClients)
            call.Client(pool);
        RequireDomain(pool);
        WriteCustomization(call, pool, client, pool.Customizations.Find(client) ?? pool.Customizations.Find(AllClients));
    }

    private static void RequireDomain(UserPool pool)
    {
        if (pool.Domain is null && pool.CustomDomain is null)
            throw ServiceException.Invalid("There has to be an existing domain associated with this user pool");
    }

    /// <summary>Replaces style and picture.</summary>
    private static void SetCustomization(Call call, UserPool pool)
    {
        string client = call.Text("ClientId") ?? AllClients;
        if (client != AllClients)
            call.Client(pool);
        RequireDomain(pool);
        JsonObject settings = [];
        if (call.Text("CSS") is { Length: > 0 } css)
        {
            settings["CSS"] = css;
            settings["CSSVersion"] = CssVersion;
        }
        if (call.Find("ImageFile") is { } image)
        {
            if (image.GetBytesFromBase64().Length > LargestImage)
                throw ServiceException.Invalid($"The image must not be larger than {LargestImage} bytes.");
            settings["ImageUrl"] = $"https://d3oia8etllorh5.cloudfront.net/{pool.Id}/{client}/{call.Now}/assets/images/image.jpg";
        }
        PoolResource? customization = pool.Customizations.Find(client);
        if (customization is null)
            customization = pool.Customizations.Add(call, client, settings);
        else
            customization.Change(call, settings);
        WriteCustomization(call, pool, client, customization);
    }

    private static void WriteCustomization(Call call, UserPool pool, string client, PoolResource? customization)
    {
        call.Json.WriteStartObject("UICustomization");
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteString("ClientId", client);
        if (customization is not null)
        {
            call.Json.WriteMembers(customization.Settings);
            customization.WriteDates(call.Json);
        }
        call.Json.WriteEndObject();
    }

    private static PoolResource Terms(Call call, UserPool pool) => pool.Terms.Get(call.Required("TermsId"), "Terms");

    private static PoolResource? TermsOf(UserPool pool, string client, string name) =>
        pool
            .Terms.Items.All()
            .FirstOrDefault(terms => terms.Settings.Text("ClientId") == client && terms.Settings.Text("TermsName") == name);

    private static void CreateTerms(Call call, UserPool pool, UserPoolClient client)
    {
        JsonObject settings = JsonSettings.Of(call.Request, "UserPoolId");
        settings["Links"] ??= new JsonObject();
        CheckTerms(pool, settings, null);
        WriteTerms(call, pool, pool.Terms.Add(call, call.State.Ids.Uuid().ToString(), settings));
    }

    private static void UpdateTerms(Call call, UserPool pool)
    {
        PoolResource terms = Terms(call, pool);
        JsonObject settings = terms.With(call.Request, "UserPoolId", "TermsId");
        CheckTerms(pool, settings, terms);
        terms.Change(call, settings);
        WriteTerms(call, pool, terms);
    }

    private static void CheckTerms(UserPool pool, JsonObject settings, PoolResource? self)
    {
        if (
            TermsOf(pool, settings["ClientId"]!.GetValue<string>(), settings["TermsName"]!.GetValue<string>()) is { } other
            && other != self
        )
            throw new ServiceException("TermsExistsException", "Terms of this name already exist for the client.");
        if (((JsonObject)settings["Links"]!)["cognito:default"] is null)
            throw ServiceException.Invalid("Links must have cognito:default.");
    }

    private static void WriteTerms(Call call, UserPool pool, PoolResource terms)
    {
        call.Json.WriteStartObject("Terms");
        call.Json.WriteString("TermsId", terms.Key);
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteMembers(terms.Settings);
        terms.WriteDates(call.Json);
        call.Json.WriteEndObject();
    }

    private static void WriteTermsSummary(Utf8JsonWriter json, PoolResource terms)
    {
        json.WriteStartObject();
        json.WriteString("TermsId", terms.Key);
        json.WriteOptional("TermsName", terms.Settings.Text("TermsName"));
        json.WriteOptional("Enforcement", terms.Settings.Text("Enforcement"));
        terms.WriteDates(json);
        json.WriteEndObject();
    }
}
