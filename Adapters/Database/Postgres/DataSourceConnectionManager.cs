using System.Data.Common;
using DbUp.Engine.Transactions;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Lets DbUp use our pool instead of reading the connection string by itself.</summary>
internal sealed class DataSourceConnectionManager(DbDataSource source)
    : DatabaseConnectionManager(new DelegateConnectionFactory(_ => source.CreateConnection()))
{
    /// <summary>Each file is one command: PostgreSQL takes many statements at once, and a ";" inside a function is none of our business.</summary>
    public override IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => [scriptContents];
}
