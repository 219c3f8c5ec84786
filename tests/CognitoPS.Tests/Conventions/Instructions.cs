using System.Reflection;
using System.Reflection.Emit;

namespace CognitoPS.Tests.Conventions;

/// <summary>The types, fields, methods and strings that a method's code names, by its IL.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>What the code names, in its order and as often as it does.</summary>
    public static IEnumerable<MemberInfo> MembersIn(MethodBase method)
    {
        Type[]? ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach ((OperandType operand, int token) in TokensIn(method))
        {
            if (operand is not OperandType.InlineString && method.Module.ResolveMember(token, ofType, ofMethod) is { } named)
                yield return named;
        }
    }

    /// <summary>The string literals in the code, an interpolated one in its pieces.</summary>
    public static IEnumerable<string> StringsIn(MethodBase method) =>
        TokensIn(method)
            .Where(found => found.Operand is OperandType.InlineString)
            .Select(found => method.Module.ResolveString(found.Token));

    private static IEnumerable<(OperandType Operand, int Token)> TokensIn(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        int at = 0;
        while (at < code.Length)
        {
            short value = code[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | code[at++]);
            OpCode opCode = OpCodesByValue[value];
            if (
                opCode.OperandType
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
                    or OperandType.InlineString
            )
                yield return (opCode.OperandType, BitConverter.ToInt32(code, at));

            at += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
