using System.Globalization;
using System.Text;

namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>
/// Reads JSON into dictionaries (in the order of the text), lists, strings, numbers, booleans and nulls.
/// An analyzer cannot bring a package of its own into every compiler, so this one needs none.
/// </summary>
internal sealed class JsonParser
{
    private readonly string _text;
    private int _position;

    private JsonParser(string text) => _text = text;

    public static object? Parse(string text)
    {
        JsonParser parser = new(text);
        object? value = parser.ReadValue();
        parser.SkipWhitespace();
        return parser._position == text.Length ? value : throw parser.Unexpected();
    }

    private object? ReadValue()
    {
        SkipWhitespace();
        return Current switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => ReadString(),
            't' => ReadLiteral("true", true),
            'f' => ReadLiteral("false", false),
            'n' => ReadLiteral("null", null),
            _ => ReadNumber(),
        };
    }

    private JsonObject ReadObject()
    {
        JsonObject result = [];
        ReadItems(
            '{',
            '}',
            () =>
            {
                string name = ReadString();
                Expect(':');
                result.Add(name, ReadValue());
            }
        );
        return result;
    }

    private List<object?> ReadArray()
    {
        List<object?> result = [];
        ReadItems('[', ']', () => result.Add(ReadValue()));
        return result;
    }

    private void ReadItems(char open, char close, Action readItem)
    {
        Expect(open);
        SkipWhitespace();
        if (Current != close)
        {
            do
            {
                SkipWhitespace();
                readItem();
                SkipWhitespace();
            } while (Accept(','));
        }
        Expect(close);
    }

    private string ReadString()
    {
        Expect('"');
        StringBuilder result = new();
        while (Current != '"')
        {
            char next = Next();
            result.Append(next == '\\' ? ReadEscape() : next);
        }
        _position++;
        return result.ToString();
    }

    private char ReadEscape()
    {
        char escape = Next();
        switch (escape)
        {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                _position += 4;
                return (char)int.Parse(_text.Substring(_position - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            default:
                return escape;
        }
    }

    private object? ReadLiteral(string literal, object? value)
    {
        if (string.CompareOrdinal(_text, _position, literal, 0, literal.Length) != 0)
            throw Unexpected();
        _position += literal.Length;
        return value;
    }

    private object ReadNumber()
    {
        int start = _position;
        while (Current is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            _position++;
        return long.TryParse(_text.Substring(start, _position - start), NumberStyles.Integer, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw Unexpected();
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private char Next() => _position < _text.Length ? _text[_position++] : throw Unexpected();

    private bool Accept(char expected)
    {
        SkipWhitespace();
        if (Current != expected)
            return false;
        _position++;
        return true;
    }

    private void Expect(char expected)
    {
        if (!Accept(expected))
            throw Unexpected();
    }

    private void SkipWhitespace()
    {
        while (char.IsWhiteSpace(Current))
            _position++;
    }

    private FormatException Unexpected() => new($"Unexpected text at position {_position}.");
}

/// <summary>A JSON object whose members keep their order.</summary>
internal sealed class JsonObject : List<KeyValuePair<string, object?>>
{
    public void Add(string name, object? value) => Add(new KeyValuePair<string, object?>(name, value));

    public T? Get<T>(string name)
    {
        foreach (KeyValuePair<string, object?> member in this)
        {
            if (member.Key == name)
                return (T?)member.Value;
        }
        return default;
    }
}
