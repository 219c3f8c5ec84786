using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Cmdlets.UserPools;
using CognitoPS.Help;
using CognitoPS.Tests.Support;
using Xunit;
using static CognitoPS.Tests.Conventions.TheModule;

namespace CognitoPS.Tests.Conventions;

/// <summary>
/// What users read is written as an administrator writes it: help, topics, README, guides and messages. What cannot be checked by a pattern
/// is for a reviewer.
/// </summary>
public partial class LanguageTests
{
    private const int MostWords = 35;
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>A pattern that must not come back, and what to write instead.</summary>
    private static readonly (Regex Phrase, string Instead)[] Phrases =
    [
        .. new[]
        {
            (@"what (was|is) named", "the settings you specify"),
            (@"everything else stays", "other settings are left unchanged"),
            (@"writes the whole", "writes the complete configuration"),
            (@"\b(take|takes|taken) (\w+ )?back to\b", "reset to"),
            (@"\bpages? by (itself|themselves)", "automatic paging"),
            (@"\b[Ss]omebody\b", "someone"),
            (@"\b(make|makes|made) (up|one up)\b", "generate"),
            (@"\btakes? tokens? apart|\btaken apart", "decode"),
            (@"\bNothing is asked\b", "works offline"),
            (@"\b[Ww]here to ask\b", "connection parameters"),
            (@"\bas whom\b", "credentials"),
            (@"\b(text|SMS text) messages?\b", "SMS message"),
            (@"\b[Tt]elephones?\b", "phone"),
            (@"\bsign-in flows\b", "authentication flows"),
            (@"\b(logout|callback) address", "allowed sign-out URL, allowed callback URL"),
            (@"\blog delivery\b", "log streaming"),
            (@"\bcopies of pools\b", "replicas"),
            (@"\bclassic hosted pages\b", "Hosted UI (classic)"),
            (@"\b[Ee]-mails?\b", "email"),
            (@"\b(he|him|himself|his|she|herself)\b", "they"),
            (@"(?<!such )\bas (@\{|'|""|\+?\d)", "such as, for example"),
            (@"(^|[.:;] )Give (?!\w+ \w+ing\b)", "Specify, Use, Add"),
            (@"\b(lower|upper)-case\b", "lowercase, uppercase"),
            (@"\b(colour|behaviour|honour|favour)s?\b", "US spelling"),
            (@"\bstands? in CloudWatch\b", "is recorded in CloudWatch"),
            (@"\bheld to be risky\b", "treated as risky"),
            (@"\bso that it must\b", "so you must"),
            (@"\ball that (speaks|there)\b", "every"),
            (@"\bthat there (is|are|must be|may be)\b", "that exist"),
            (@"\bin between\b", "in the meantime"),
            (@"\bone's\b", "your"),
            (@"\bmay be under way\b|\bunder way\b", "in progress"),
            (@"\b(user pool|client|pool) id\b", "ID"),
        }.Select(row => (new Regex(row.Item1, RegexOptions.CultureInvariant), row.Item2)),
    ];

    /// <summary>The area whose help is not rewritten yet: it leaves this list as it is.</summary>
    private static readonly string[] NotYet = ["Audit"];

    [Fact]
    public void Phrases_that_nobody_would_write_do_not_come_back() =>
        Offenders.None(
            from text in Texts()
            from row in Phrases
            where row.Phrase.IsMatch(text.Text)
            select $"{text.Where}: '{row.Phrase.Match(text.Text).Value}' (write: {row.Instead}) in: {text.Text}",
            "Texts for users use the words of administrators and of the AWS console."
        );

    [Fact]
    public void Sentences_are_short() =>
        Offenders.None(
            from text in Texts()
            from sentence in SentenceEnd().Split(text.Text)
            let words = Word().Count(sentence)
            where words > MostWords
            select $"{text.Where}: {words} words: {sentence}",
            $"A sentence has {MostWords} words at most."
        );

    /// <summary>The cmdlet's own settings are the examples of what it can clear.</summary>
    [Fact]
    public void What_the_help_says_can_be_cleared_can_be() =>
        Offenders.None(
            from cmdlet in AllCmdlets
            let clear = Parameters(cmdlet).FirstOrDefault(property => property.Name == "Clear")
            where clear is not null
            from path in PathExample().Matches(Comments.Summary(cmdlet, clear).Plain).Select(match => match.Groups[1].Value)
            where !IsAmong(path, ClearedBy(cmdlet))
            select $"{NameOf(cmdlet)} -Clear {path}",
            "A path that the help of -Clear shows is one that the cmdlet can clear."
        );

    private static HashSet<string> ClearedBy(Type cmdlet) =>
        cmdlet == typeof(NewCognitoUserPoolCommand)
            ? [.. Updates.ClearablePaths.Below(typeof(CreateUserPoolRequest), "")]
            : [.. Updates.ClearablePaths.Of(NameOf(cmdlet))];

    /// <summary>A path, or a key of a map: what holds it is a path, and a structure does not.</summary>
    private static bool IsAmong(string path, HashSet<string> paths) =>
        paths.Contains(path)
        || paths.Any(map =>
            path.StartsWith($"{map}.", StringComparison.Ordinal)
            && !paths.Any(other => other.StartsWith($"{map}.", StringComparison.Ordinal))
        );

    private static IEnumerable<(string Where, string Text)> Texts() => Help().Concat(Pages()).Concat(Messages());

    private static IEnumerable<(string Where, string Text)> Help()
    {
        foreach (Type cmdlet in AllCmdlets.Where(cmdlet => !NotYet.Contains(cmdlet.Namespace!.Split('.')[^1])))
        {
            string name = NameOf(cmdlet);
            yield return (name, Comments.Summary(cmdlet).Plain);
            foreach (DocText paragraph in Comments.Remarks(cmdlet).Where(paragraph => !OperationsNote().IsMatch(paragraph.Plain)))
                yield return (name, paragraph.Plain);
            foreach (DocExample example in Comments.Examples(cmdlet))
            {
                yield return (name, example.Title.Plain);
                yield return (name, example.Remarks.Plain);
            }

            foreach (PropertyInfo parameter in Parameters(cmdlet))
                yield return ($"{name} -{parameter.Name}", Comments.Summary(cmdlet, parameter).Plain);
        }
    }

    private static IEnumerable<(string Where, string Text)> Pages()
    {
        string[] pages =
        [
            Repository.In("README.md"),
            Repository.In("docs", "benchmarks.md"),
            .. Directory.GetFiles(Repository.In("docs", "guides"), "*.md"),
            .. Directory.GetFiles(Repository.In("module", "en-US"), "about_*.help.txt"),
        ];
        foreach (string page in pages)
        {
            string text = InlineCode().Replace(CodeBlock().Replace(File.ReadAllText(page).ReplaceLineEndings("\n"), "\n\n"), "Code");
            foreach (string paragraph in ParagraphEnd().Split(text).Where(paragraph => paragraph.Trim().Length > 0))
                yield return (Path.GetFileName(page), Blanks().Replace(paragraph, " ").Trim());
        }
    }

    /// <summary>The strings of the code that are sentences or parts of one.</summary>
    private static IEnumerable<(string Where, string Text)> Messages() =>
        from type in TheModule.Assembly.GetTypes()
        where type.Namespace?.EndsWith(".Audit", StringComparison.Ordinal) is not true
        from method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))
        from text in Instructions.StringsIn(method)
        where Word().Count(text) > 2 && Prose().IsMatch(text)
        select ($"{(type.DeclaringType ?? type).Name}", text);

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}][\w'’.:/\\-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[a-z]{2,} [a-z]{2,}")]
    private static partial Regex Prose();

    [GeneratedRegex(@"\bsuch as ([A-Z][\w.]+\w)")]
    private static partial Regex PathExample();

    [GeneratedRegex("^Operations?:")]
    private static partial Regex OperationsNote();

    [GeneratedRegex(@"^```.*?^```|^ {8}.*?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\n\s*\n|\n(?=[-|#*] ?)|\||\n(?=.*\S {3,}\S)")]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
