using System.Runtime.CompilerServices;
using CognitoPS.Mono;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: CognitoPS.Mono <folder of the module's netstandard2.0 build>");
    return 2;
}

using ModuleFolder module = new(Path.GetFullPath(args[0]));
return await RunAsync(module);

// Compiled when it is called: by then the types that the checks name can be found.
[MethodImpl(MethodImplOptions.NoInlining)]
static Task<int> RunAsync(ModuleFolder module) => Checks.RunAsync(module);
