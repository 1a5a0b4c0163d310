using System.Diagnostics;

namespace UptimeSquirrel.Faults;

/// <summary>Kills this process at the moment that a test has chosen.</summary>
/// <remarks>
/// The file <c>fault</c> in the process's folder names the moment: <c>owner write before 2</c> is just before the owner's state is written for the second time since the
/// file was there. It is taken away first, so that the process that is started in its place lives on; a second line in it is the moment for that one. Every moment that
/// passes is noted in <c>moments</c>.
/// </remarks>
internal sealed class FaultPoints(string folder)
{
    private readonly string _chosen = Path.Combine(folder, "fault");
    private readonly string _passed = Path.Combine(folder, "moments");
    private readonly Dictionary<string, int> _counts = [];
    private readonly Lock _gate = new();

    /// <summary>Does something, and may kill the process just before or just after it.</summary>
    public async Task<T> AroundAsync<T>(string name, Func<Task<T>> act)
    {
        Pass($"{name} before");
        var made = await act();
        Pass($"{name} after");
        return made;
    }

    /// <summary>The same for what returns nothing.</summary>
    public Task AroundAsync(string name, Func<Task> act) => AroundAsync(name, async () =>
    {
        await act();
        return true;
    });

    /// <summary>The same for what waits on the spot.</summary>
    public void Around(string name, Action act)
    {
        Pass($"{name} before");
        act();
        Pass($"{name} after");
    }

    private void Pass(string moment)
    {
        lock (_gate)
        {
            if (!File.Exists(_chosen))
            {
                _counts.Clear();
                return;
            }

            var numbered = $"{moment} {_counts[moment] = _counts.GetValueOrDefault(moment) + 1}";
            File.AppendAllText(_passed, numbered + "\n");
            if (File.ReadAllLines(_chosen) is not [var first, .. var later] || first != numbered)
                return;
            File.Delete(_chosen);
            if (later.Length > 0)
                File.WriteAllLines(_chosen, later);
            using var self = Process.GetCurrentProcess();
            self.Kill();      // signal 9: nothing of this process is tidied up
        }
    }
}
