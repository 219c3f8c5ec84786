using System.Collections;
using System.Globalization;
using System.Text;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// The text of a settings class, as <c>{MinimumLength: 12, RequireSymbols: true}</c>: members that are set, secrets masked.
/// </summary>
internal sealed class SettingText
{
    private readonly StringBuilder _text = new("{");

    public SettingText Add(string name, object? value)
    {
        if (value is null or ICollection { Count: 0 })
            return this;
        _text.Append(_text.Length > 1 ? ", " : "").Append(name).Append(": ");
        Append(value);
        return this;
    }

    public SettingText AddSecret(string name, object? value) => Add(name, value is null ? null : "********");

    public override string ToString() => _text + "}";

    private void Append(object? value)
    {
        switch (value)
        {
            case bool on:
                _text.Append(on ? "true" : "false");
                break;
            case IDictionary map:
                var entries = new SettingText();
                foreach (DictionaryEntry entry in map)
                    entries.Add((string)entry.Key, entry.Value);
                _text.Append(entries);
                break;
            case IEnumerable list and not string:
                int start = _text.Append('[').Length;
                foreach (object? item in list)
                {
                    _text.Append(_text.Length > start ? ", " : "");
                    Append(item);
                }
                _text.Append(']');
                break;
            default:
                _text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
