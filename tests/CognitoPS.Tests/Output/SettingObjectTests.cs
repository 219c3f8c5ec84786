using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.Settings;
using Xunit;

namespace CognitoPS.Tests.Output;

/// <summary>The client's classes as plain objects, and back.</summary>
public class SettingObjectTests
{
    [Fact]
    public void Each_class_of_the_client_shows_every_member_plainly_at_every_depth()
    {
        Type[] classes =
        [
            .. typeof(UserType)
                .Assembly.GetExportedTypes()
                .Where(type => SettingMembers.IsStructure(type) && type.Name.EndsWith("Type", StringComparison.Ordinal)),
        ];

        Assert.True(classes.Length > 60);
        foreach (Type type in classes)
        {
            object filled = Filled(type);
            var shown = SettingObject.Of(filled)!;
            Assert.Equal(SettingMembers.Of(type).Values.Select(member => member.Name), shown.Properties.Select(property => property.Name));
            Assert.All(shown.Properties, property => AssertPlain(property.Value));
            Assert.All(SettingObject.Of(Activator.CreateInstance(type))!.Properties, property => Assert.Null(property.Value));
        }
    }

    [Fact]
    public void Each_class_of_the_client_is_the_same_after_the_way_there_and_back()
    {
        foreach (
            Type type in typeof(UserType)
                .Assembly.GetExportedTypes()
                .Where(type => type.Namespace == typeof(UserType).Namespace && type.Name.EndsWith("Type", StringComparison.Ordinal))
        )
        {
            object filled = Filled(type);

            object back = SettingConverter.Convert(SettingObject.Of(filled), type, type.Name)!;

            Assert.Empty(SettingTree.Compare(filled, back));
        }
    }

    [Fact]
    public void What_is_set_is_its_text()
    {
        var policy = new UserPoolPolicyType
        {
            PasswordPolicy = new() { MinimumLength = 8, RequireNumbers = true },
            SignInPolicy = new() { AllowedFirstAuthFactors = ["PASSWORD"] },
        };

        Assert.Equal(
            "{PasswordPolicy: {MinimumLength: 8, RequireNumbers: true}, SignInPolicy: {AllowedFirstAuthFactors: [PASSWORD]}}",
            SettingObject.Of(policy)!.ToString()
        );
    }

    [Fact]
    public void Bytes_are_taken_as_Base64_and_as_the_numbers_that_JSON_makes_of_them()
    {
        foreach (object bytes in (object[])["iVA=", new byte[] { 0x89, 0x50 }, new object[] { 0x89L, 0x50L }])
        {
            var asset = new PSObject();
            asset.Properties.Add(new PSNoteProperty("Bytes", bytes));

            var converted = (AssetType)SettingConverter.Convert(asset, typeof(AssetType), "Assets")!;

            Assert.Equal([0x89, 0x50], converted.Bytes.ToArray());
        }
    }

    private static void AssertPlain(object? value)
    {
        switch (value)
        {
            case SettingObject inner:
                Assert.All(inner.Properties, property => AssertPlain(property.Value));
                break;
            case Dictionary<string, object?> map:
                Assert.All(map.Values, AssertPlain);
                break;
            case object?[] list:
                Assert.All(list, AssertPlain);
                break;
            default:
                Assert.True(value is string or bool or int or long or double or Timestamp or SecureString, $"{value?.GetType()}");
                break;
        }
    }

    /// <summary>One with every member set, at every depth.</summary>
    private static object Filled(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Filled(inner);
        if (type == typeof(string))
            return "text";
        if (type == typeof(DateTime))
            return new DateTime(2026, 3, 1, 8, 30, 0, DateTimeKind.Utc);
        if (type == typeof(MemoryStream))
            return new MemoryStream([1, 2, 0xff]);
        if (type == typeof(Amazon.Runtime.Documents.Document))
            return new Amazon.Runtime.Documents.Document(new Dictionary<string, Amazon.Runtime.Documents.Document> { ["a"] = new(1) });
        if (type.IsPrimitive)
            return Convert.ChangeType(1, type, null);
        if (SettingMembers.IsEnumeration(type))
            return Activator.CreateInstance(type, "VALUE")!;
        if (type.IsGenericType)
        {
            object some = Activator.CreateInstance(type)!;
            if (some is System.Collections.IDictionary map)
                map["key"] = Filled(type.GenericTypeArguments[1]);
            else
                ((System.Collections.IList)some).Add(Filled(type.GenericTypeArguments[0]));
            return some;
        }

        object structure = Activator.CreateInstance(type)!;
        foreach (System.Reflection.PropertyInfo member in SettingMembers.Of(type).Values)
            member.SetValue(structure, Filled(member.PropertyType));
        return structure;
    }
}
