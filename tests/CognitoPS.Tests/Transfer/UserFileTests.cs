using System.Text;
using CognitoPS.Errors;
using CognitoPS.Tests.Support;
using CognitoPS.Transfer;
using CsCheck;
using Xunit;

namespace CognitoPS.Tests.Transfer;

/// <summary>What stands in files of users, there and back, and what is wrong with those that cannot be read.</summary>
public sealed class UserFileTests : IDisposable
{
    private static readonly string[] Columns =
    [
        "Username",
        "UserStatus",
        "Enabled",
        "UserCreateDate",
        "Groups",
        "custom:note",
        "phone_number",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What spreadsheets, quotes and lines make of a cell.</summary>
    private static readonly string[] Awkward =
    [
        "=1+1",
        "'=1+1",
        "''-1",
        "+14155550100",
        "@SUM(A1)",
        "-",
        "'",
        "'plain",
        "\tx",
        "a,b;c\td",
        "say \"hi\"",
        "two\nlines",
        "two\r\nlines",
        " spaces ",
        "Zoë 😀",
        "\\,",
        "null",
    ];

    [Fact]
    public void Awkward_values_come_back_from_both_forms()
    {
        UserRecord[] users = [.. Awkward.Select((value, i) => User($"user{i}", value))];
        Assert.All(users, user => AssertSame(user, Assert.Single(RoundTrip(".jsonl", user))));
        Assert.All(users, user => AssertSame(user, Assert.Single(RoundTrip(".csv", user))));
    }

    [Fact]
    public void Any_text_comes_back_from_a_cell_and_none_is_a_formula() =>
        Gen.String[Gen.Char["='+-@\t\r\n\" ,ab"], 0, 8]
            .Sample(text =>
                UserCsv.Unsafe(UserCsv.Safe(text)) == text && (UserCsv.Safe(text) is "" or ['\'' or ' ' or ',' or '"' or 'a' or 'b', ..])
            );

    [Theory]
    [InlineData("utf-8", "\n", ',')]
    [InlineData("utf-8-bom", "\r\n", ',')]
    [InlineData("utf-16", "\r\n", '\t')]
    [InlineData("utf-16BE", "\n", ';')]
    [InlineData("utf-8", "\r", ';')]
    public void Files_of_spreadsheets_are_read_as_they_write_them(string encoding, string lineEnd, char delimiter)
    {
        string text = string.Join(
            lineEnd,
            new[] { "Login,Mail,Dept,Zoë", "anna,anna@example.com,\"Sales, EMEA\",x", "", "ben,ben@example.com,,y", "" }
        );
        string path = Write(
            "staff.csv",
            delimiter == ',' ? text : text.Replace(',', delimiter).Replace($"Sales{delimiter}", "Sales,"),
            encoding
        );
        var columns = new Dictionary<string, string>
        {
            ["username"] = "login",
            ["email"] = "Mail",
            ["custom:department"] = "Dept",
        };
        UserRecord[] users = [.. new UserFile(path, columns).Read()];
        Assert.Equal(["anna", "ben"], users.Select(user => user.Username));
        Assert.Equal("Sales, EMEA", users[0].Attributes["custom:department"]);
        Assert.False(users[1].Attributes.ContainsKey("custom:department"));
        Assert.Equal([2, 4], users.Select(user => user.Line));
    }

    [Theory]
    [InlineData("x.csv", "", 1)]
    [InlineData("x.csv", "Username,email\nanna,a@b.c,more\n", 2)]
    [InlineData("x.csv", "Username,email\nanna\n", 2)]
    [InlineData("x.csv", "Username,email\nanna,a@b.c\nben,\"b@b.c\n", 3)]
    [InlineData("x.csv", "Username,email\nanna,a\"b\"c\n", 2)]
    [InlineData("x.csv", "Username,email\nanna,\"a\"b\n", 2)]
    [InlineData("x.csv", "Username,email,EMAIL\nanna,a,b\n", 1)]
    [InlineData("x.csv", "Username,\nanna,a\n", 1)]
    [InlineData("x.csv", "Username,Enabled\nanna,true\nben,maybe\n", 3)]
    [InlineData("x.jsonl", "{\"Username\":\"anna\"}\n{\"Username\":\n", 2)]
    [InlineData("x.jsonl", "{\"Username\":\"anna\"}\n\n[1]\n", 3)]
    [InlineData("x.jsonl", "{\"Username\":\"anna\",\"Attributes\":[]}", 1)]
    [InlineData("x.jsonl", "{\"Username\":\"anna\",\"Attributes\":{\"email\":{}}}", 1)]
    [InlineData("x.jsonl", "{\"Username\":\"anna\",\"UserCreateDate\":\"soon\"}", 1)]
    public void What_cannot_be_read_is_refused_with_its_line(string name, string text, int line)
    {
        var refused = Assert.Throws<CognitoException>(() => new UserFile(Write(name, text)).Read().ToList());
        Assert.Equal("InvalidUserFile", refused.Id);
        Assert.Contains($"line {line}:", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.csv", "Username,name\nanna,Zo\n")]
    [InlineData("x.jsonl", "{\"Username\":\"anna\"}\n")]
    public void What_is_not_UTF8_is_refused_with_its_line(string name, string first)
    {
        string path = _folder.PathOf(name);
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes(first), .. "ben,Zo"u8, 0xEB, (byte)'\n']);
        var refused = Assert.Throws<CognitoException>(() => new UserFile(path).Read().ToList());
        Assert.Contains($"line {first.Split('\n').Length}:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapped_column_that_is_not_there_is_refused()
    {
        string path = Write("staff.csv", "Login,Mail\nanna,a@example.com\n");
        var columns = new Dictionary<string, string> { ["email"] = "E-Mail" };
        Assert.Equal("InvalidUserFile", Assert.Throws<CognitoException>(() => new UserFile(path, columns).Read().ToList()).Id);
        Assert.Equal("ColumnsNeedCsv", Assert.Throws<CognitoException>(() => new UserFile(Write("a.jsonl", ""), columns)).Id);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("altered")]
    [InlineData("newer")]
    [InlineData("nonsense")]
    public void An_export_that_is_not_what_was_written_is_refused(string how)
    {
        string path = Write("users.jsonl", "{\"Username\":\"anna\"}\n{\"Username\":\"ben\"}\n");
        var whole = new UserFile(path);
        string manifest = UserManifest.PathOf(path);
        File.WriteAllBytes(manifest, new UserManifest("p", 2, new FileInfo(path).Length, whole.Sha256, []).ToJson(path));
        Assert.Equal(2, new UserFile(path).Read().Count());
        if (how == "cut")
            File.WriteAllText(path, "{\"Username\":\"anna\"}\n");
        else if (how == "altered")
            File.WriteAllText(path, File.ReadAllText(path).Replace("ben", "eve"));
        else
            File.WriteAllText(manifest, how == "newer" ? File.ReadAllText(manifest).Replace("Version\": 1", "Version\": 2") : "[]");
        string expected = how switch
        {
            "newer" => "NewerFormat",
            "nonsense" => "InvalidManifest",
            _ => "FileChanged",
        };
        Assert.Equal(expected, Assert.Throws<CognitoException>(() => new UserFile(path)).Id);
    }

    private static UserRecord User(string name, string value) =>
        new()
        {
            Username = name,
            Attributes = new Dictionary<string, string> { ["custom:note"] = value, ["phone_number"] = "+14155550100" },
            Groups = ["admins", "a;b"],
            Enabled = false,
            Status = "CONFIRMED",
            Created = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc),
        };

    private static void AssertSame(UserRecord expected, UserRecord read)
    {
        Assert.Equal(expected.Attributes.OrderBy(pair => pair.Key), read.Attributes.OrderBy(pair => pair.Key));
        Assert.Equal(expected.Groups, read.Groups);
        Assert.Equal(
            (expected.Username, expected.Enabled, expected.Status, expected.Created),
            (read.Username, read.Enabled, read.Status, read.Created)
        );
    }

    private UserRecord[] RoundTrip(string ending, UserRecord user)
    {
        string path = _folder.PathOf($"round-trip{ending}");
        using (FileStream file = File.Create(path))
        using (IUserWriter writer = ending == ".csv" ? new UserCsv.Writer(file, Columns) : new UserJsonLines.Writer(file))
            writer.Write(user);
        return [.. new UserFile(path).Read()];
    }

    private string Write(string name, string text, string encoding = "utf-8")
    {
        string path = _folder.PathOf(name);
        File.WriteAllText(
            path,
            text,
            encoding switch
            {
                "utf-8" => new UTF8Encoding(false),
                "utf-8-bom" => new UTF8Encoding(true),
                _ => Encoding.GetEncoding(encoding),
            }
        );
        return path;
    }
}
