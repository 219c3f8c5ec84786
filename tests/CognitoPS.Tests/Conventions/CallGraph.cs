using System.Reflection;
using System.Runtime.CompilerServices;

namespace CognitoPS.Tests.Conventions;

/// <summary>What a cmdlet's code calls, directly or through the module's own helpers, by its IL.</summary>
internal static class CallGraph
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<MethodBase, IReadOnlyList<MethodBase>> Cache = [];

    /// <summary>Whether a cmdlet's steps come to a call of a method with this name.</summary>
    public static bool Reaches(Type cmdlet, string name)
    {
        // The engine calls what the cmdlet overrides; everything else is reached from there.
        var pending = new Queue<MethodBase>(cmdlet.GetMethods(All).Where(method => method.IsVirtual && IsOurs(method)));
        var seen = new HashSet<MethodBase>(pending);
        while (pending.TryDequeue(out MethodBase? method))
        {
            foreach (MethodBase called in Called(method))
            {
                if (called.Name == name)
                    return true;
                if (IsOurs(called) && seen.Add(called))
                    pending.Enqueue(called);
            }
        }

        return false;
    }

    private static bool IsOurs(MethodBase method) => method.Module.Assembly == TheModule.Assembly;

    private static IReadOnlyList<MethodBase> Called(MethodBase method)
    {
        lock (Cache)
            return Cache.TryGetValue(method, out IReadOnlyList<MethodBase>? called) ? called : Cache[method] = [.. Read(method)];
    }

    private static IEnumerable<MethodBase> Read(MethodBase method)
    {
        // An async method's code stands in its state machine.
        if (method.GetCustomAttribute<StateMachineAttribute>(inherit: false) is { } machine)
        {
            foreach (MethodInfo step in machine.StateMachineType.GetMethods(All | BindingFlags.DeclaredOnly))
                yield return step;
        }

        foreach (MethodBase called in Instructions.MembersIn(method).OfType<MethodBase>())
            yield return Definition(called);
    }

    // The generic definition: which types it is called with makes no difference here.
    private static MethodBase Definition(MethodBase called) => IsOurs(called) ? called.Module.ResolveMethod(called.MetadataToken)! : called;
}
