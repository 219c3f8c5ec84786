using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>
/// Accepts images in the form @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = 'logo.png' }, or from another style.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AssetFilesAttribute() : SettingsAttribute(typeof(AssetType[]))
{
    private const int LargestAsset = 1_000_000;
    private const int MostAssets = 40;
    private const string Path = "Path";

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".ico"] = "ICO",
        [".jpg"] = "JPEG",
        [".jpeg"] = "JPEG",
        [".png"] = "PNG",
        [".svg"] = "SVG",
        [".webp"] = "WEBP",
    };

    private protected override object? Convert(SessionState session, object? given)
    {
        given = SettingConverter.Unwrap(given);
        object?[] all = given is IEnumerable and not IDictionary and not string ? [.. ((IEnumerable)given).Cast<object?>()] : [given];
        if (all.Length > MostAssets)
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"There are {all.Length} images, but a style can have at most {MostAssets}."
            );
        AssetType[] assets = [.. all.Select((one, i) => ToAsset(session, one ?? throw SettingConverter.NullIn("Assets"), $"Assets[{i}]"))];
        if (
            assets
                .GroupBy(asset => (asset.Category?.Value, asset.ColorMode?.Value, asset.ResourceId))
                .FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"There are two images of category {twice.Key.Item1} and color mode {twice.Key.Item2}."
            );
        return assets;
    }

    private static AssetType ToAsset(SessionState session, object value, string at)
    {
        string? path = null;
        object settings = value;
        if ((value is PSObject wrapped ? wrapped.BaseObject : value) is IDictionary table)
        {
            var members = new Hashtable(StringComparer.OrdinalIgnoreCase);
            foreach (DictionaryEntry entry in table)
            {
                if (entry.Value is not null || SettingConverter.IsWritten(table))
                    members[entry.Key] = entry.Value;
            }

            path = members[Path]?.ToString();
            members.Remove(Path);
            settings = members;
            CheckKeys(members.Keys.Cast<string>(), at);
        }

        var asset = (AssetType)SettingConverter.Convert(settings, typeof(AssetType), at)!;
        if (path is not null)
        {
            if (asset.Bytes is not null)
                throw new CognitoException(
                    "ContradictingParameters",
                    ErrorCategory.InvalidArgument,
                    $"'{at}' has both Path and Bytes.",
                    "Specify only one of them."
                );
            asset.Extension ??= Extensions.TryGetValue(System.IO.Path.GetExtension(path), out string? known)
                ? known
                : throw new CognitoException(
                    "InvalidSetting",
                    ErrorCategory.InvalidArgument,
                    $"'{path}' is not an image type that the service supports.",
                    $"Its name must end with one of {string.Join(", ", Extensions.Keys)}. Otherwise, set Extension."
                );
            asset.Bytes = new MemoryStream(InputFile.Read(session, path, LargestAsset));
        }

        if (asset.Bytes?.Length > LargestAsset)
            throw new CognitoException(
                "FileTooLarge",
                ErrorCategory.LimitsExceeded,
                $"'{at}' has {asset.Bytes.Length} bytes; at most {LargestAsset} are allowed."
            );
        List<string> missing = [];
        if (asset.Category is null)
            missing.Add(nameof(asset.Category));
        if (asset.ColorMode is null)
            missing.Add(nameof(asset.ColorMode));
        if (asset.Bytes is null && asset.ResourceId is null)
            missing.Add(Path);
        return missing.Count == 0
            ? asset
            : throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                $"'{at}' needs {string.Join(", ", missing)}.",
                "Specify it in full, for example @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = 'logo.png' }."
            );
    }

    private static void CheckKeys(IEnumerable<string> given, string at)
    {
        string[] known = [.. SettingMembers.Of(typeof(AssetType)).Values.Select(member => member.Name), Path];
        foreach (string key in given)
        {
            if (!known.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new CognitoException(
                    "UnknownSetting",
                    ErrorCategory.InvalidArgument,
                    $"'{at}.{key}' is not a setting.",
                    NearestName.Advice(key, known)
                );
        }
    }
}
