using System.Globalization;
using System.Text.Json;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Operations;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer;

/// <summary>A believable company, the same in every run.</summary>
internal static class SampleData
{
    private const int Seed = 20_140_710;
    private const string Domain = "example.com";

    private static readonly string[] GivenNames =
    [
        "Aisha",
        "Anna",
        "Ben",
        "Carlos",
        "Chloe",
        "Daniel",
        "Elena",
        "Emma",
        "Fatima",
        "Felix",
        "Grace",
        "Hugo",
        "Ines",
        "Jan",
        "Julia",
        "Kenji",
        "Lars",
        "Lena",
        "Liam",
        "Lucia",
        "Maria",
        "Mateo",
        "Mia",
        "Nadia",
        "Noah",
        "Olga",
        "Omar",
        "Paul",
        "Priya",
        "Rosa",
        "Samuel",
        "Sofia",
        "Tariq",
        "Tom",
        "Uma",
        "Victor",
        "Wei",
        "Yara",
        "Zoe",
        "Zubair",
    ];

    private static readonly string[] FamilyNames =
    [
        "Abbas",
        "Andersen",
        "Bauer",
        "Bianchi",
        "Brown",
        "Chen",
        "Costa",
        "Dubois",
        "Eriksen",
        "Fischer",
        "Garcia",
        "Haddad",
        "Hansen",
        "Ivanov",
        "Jansen",
        "Kaur",
        "Keller",
        "Kim",
        "Kowalski",
        "Lopez",
        "Marino",
        "Meyer",
        "Moreau",
        "Nakamura",
        "Novak",
        "O'Brien",
        "Okafor",
        "Petrov",
        "Quinn",
        "Rossi",
        "Sato",
        "Schmidt",
        "Silva",
        "Singh",
        "Smith",
        "Tanaka",
        "Weber",
        "Yilmaz",
        "Zhang",
        "Zimmermann",
    ];

    private static readonly string[] Departments =
    [
        "engineering",
        "finance",
        "legal",
        "marketing",
        "operations",
        "people",
        "sales",
        "support",
    ];
    private static readonly string[] Teams =
    [
        "billing",
        "catalog",
        "checkout",
        "claims",
        "delivery",
        "identity",
        "inventory",
        "invoices",
        "loyalty",
        "orders",
        "payments",
        "portal",
        "pricing",
        "reports",
        "search",
    ];
    private static readonly string[] Kinds = ["web", "ios", "android", "spa", "batch", "api", "admin", "e2e", "kiosk", "partner"];

    private static readonly JsonElement StaffPool = JsonSettings.Parse(
        """
        {
          "Schema": [
            { "Name": "email", "Required": true, "Mutable": true },
            { "Name": "department", "AttributeDataType": "String", "Mutable": true, "StringAttributeConstraints": { "MaxLength": "64" } },
            { "Name": "employee_id", "AttributeDataType": "Number", "Mutable": false, "NumberAttributeConstraints": { "MinValue": "1" } }
          ],
          "AliasAttributes": ["email"],
          "UsernameConfiguration": { "CaseSensitive": false },
          "AutoVerifiedAttributes": ["email"],
          "Policies": {
            "PasswordPolicy": {
              "MinimumLength": 12,
              "RequireUppercase": true,
              "RequireLowercase": true,
              "RequireNumbers": true,
              "RequireSymbols": true,
              "TemporaryPasswordValidityDays": 3
            }
          },
          "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true },
          "DeletionProtection": "ACTIVE",
          "UserPoolTags": { "stage": "prod", "owner": "identity" }
        }
        """
    );

    private static readonly JsonElement CustomerPool = JsonSettings.Parse(
        """
        {
          "Schema": [ { "Name": "plan", "AttributeDataType": "String", "Mutable": true } ],
          "UsernameAttributes": ["email"],
          "UsernameConfiguration": { "CaseSensitive": false },
          "AutoVerifiedAttributes": ["email"],
          "UserPoolTags": { "owner": "shop" }
        }
        """
    );

    private static readonly JsonElement SandboxPool = JsonSettings.Parse("""{ "UsernameConfiguration": { "CaseSensitive": false } }""");

    /// <summary>Several pools: one with 150 app clients, one with thousands of users, groups with members.</summary>
    internal static void Load(ServerState state)
    {
        Ids ids = new(Seed);
        UserPool staff = UserPoolOperations.Create(state, "eu-west-1", "staff-prod", StaffPool, ids);
        UserPool customers = UserPoolOperations.Create(state, "eu-west-1", "customers-prod", CustomerPool, ids);
        UserPool staging = UserPoolOperations.Create(state, "eu-west-1", "customers-staging", CustomerPool, ids);
        UserPool partners = UserPoolOperations.Create(state, "eu-west-1", "partners-prod", StaffPool, ids);
        UserPool test = UserPoolOperations.Create(state, "eu-west-1", "team-sandbox", SandboxPool, ids);
        UserPool overseas = UserPoolOperations.Create(state, "us-east-1", "customers-us-prod", CustomerPool, ids);
        foreach (string team in Teams)
        {
            foreach (string kind in Kinds)
                UserPoolClientOperations.Create(state, customers, $"{team}-{kind}", ids: ids);
        }
        foreach (UserPool pool in new[] { staff, staging, partners, test, overseas })
        {
            UserPoolClientOperations.Create(state, pool, pool.Name.Split('-')[0] + "-web", ids: ids);
            UserPoolClientOperations.Create(state, pool, pool.Name.Split('-')[0] + "-api", ids: ids);
        }
        AddUsers(state, staff, 600);
        AddUsers(state, customers, 2500);
        AddUsers(state, staging, 40);
        AddUsers(state, partners, 120);
        AddUsers(state, overseas, 300);
        AddGroups(state, staff, [.. Departments, "administrators", "on-call"]);
        AddGroups(state, customers, ["beta-testers", "business", "premium"]);
        SampleWeaknesses.AddTo(state, staff, customers, partners, test, overseas, ids);
    }

    /// <summary>Users with names, addresses and states that follow from their number.</summary>
    internal static void AddUsers(ServerState state, UserPool pool, int count)
    {
        lock (pool)
        {
            long now = state.Now;
            int first = pool.Users.Count;
            Random random = new(Seed ^ first ^ ((int)pool.Sequence << 24));
            Guid[] subs = Subs(random, count);
            for (int number = first; number < first + count; number++)
            {
                string given = GivenNames[number % GivenNames.Length];
                string family = FamilyNames[(number / GivenNames.Length) % FamilyNames.Length];
                string login = $"{given}.{family.Replace("'", "")}{number}".ToLowerInvariant();
                UserAttributes attributes = Attributes(pool, number, given, family, $"{login}@{Domain}");
                long created = now - ((long)random.Next(900) * 86_400_000) - random.Next(86_400_000);
                User user = new(pool.SignInAttributes.Length > 0 ? null : login, subs[number - first], attributes, Status(number), created)
                {
                    Enabled = number % 37 != 36,
                    Modified = created + (long)((now - created) * random.NextDouble()),
                };
                pool.Add(user);
            }
        }
    }

    /// <summary>In their order, which is the quickest to add.</summary>
    private static Guid[] Subs(Random random, int count)
    {
        byte[] bytes = new byte[16];
        var subs = new Guid[count];
        for (int i = 0; i < count; i++)
        {
            random.NextBytes(bytes);
            subs[i] = new Guid(bytes);
        }
        Array.Sort(subs);
        return subs;
    }

    internal static void AddClients(ServerState state, UserPool pool, int count)
    {
        lock (pool)
        {
            for (int i = 0; i < count; i++)
                UserPoolClientOperations.Create(state, pool, $"client-{pool.Clients.Count + 1:D6}");
        }
    }

    private static UserAttributes Attributes(UserPool pool, int number, string given, string family, string email)
    {
        List<KeyValuePair<string, string>> attributes =
        [
            new("email", email),
            new("email_verified", number % 11 == 10 ? "false" : "true"),
            new("given_name", given),
            new("family_name", family),
        ];
        if (pool.Schema.Find("custom:department") is { } department)
            attributes.Add(new(department.Name, Departments[number % Departments.Length]));
        if (pool.Schema.Find("custom:employee_id") is { } employee)
            attributes.Add(new(employee.Name, (1000 + number).ToString(CultureInfo.InvariantCulture)));
        if (pool.Schema.Find("custom:plan") is { } plan)
            attributes.Add(new(plan.Name, number % 5 == 0 ? "premium" : "basic"));
        return new UserAttributes([.. attributes]);
    }

    private static UserStatus Status(int number) =>
        (number % 50) switch
        {
            3 or 17 or 31 => UserStatus.FORCE_CHANGE_PASSWORD,
            8 or 29 => UserStatus.UNCONFIRMED,
            44 => UserStatus.RESET_REQUIRED,
            _ => UserStatus.CONFIRMED,
        };

    private static void AddGroups(ServerState state, UserPool pool, string[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            Group group = new(names[i], state.Now) { Description = $"The {names[i]} of {pool.Name}", Precedence = 10 * (i + 1) };
            pool.Groups.Add(group);
            foreach (User user in pool.Users.All().Where((_, place) => place % (names.Length + (i * 3)) == 0))
                group.Add(user);
        }
    }
}
