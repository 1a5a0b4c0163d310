using Fluid;
using Fluid.Ast;
using UptimeSquirrel.Grains.Owners.Templates;

namespace UptimeSquirrel.Adapters.Templates;

/// <summary>Finds names and filters in a template that there are not: a typing mistake is an error, not an empty place in a message.</summary>
internal sealed class NameCheck : AstVisitor
{
    private readonly Dictionary<string, object?> _names = new(TemplateNames.All) { ["forloop"] = null };
    private string? _problem;

    /// <summary>What is wrong, a sentence; null when nothing is.</summary>
    public static string? Problem(IFluidTemplate template)
    {
        var check = new NameCheck();
        check.VisitTemplate(template);
        return check._problem;
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        var visited = base.VisitAssignStatement(assignStatement);
        _names[assignStatement.Identifier] = null;
        return visited;
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        _names[forStatement.Identifier] = forStatement.Source is MemberExpression source && Find(source) is IReadOnlyList<object?> { Count: > 0 } list ? list[0] : null;
        return base.VisitForStatement(forStatement);
    }

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        Find(memberExpression);
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Expression VisitFilterExpression(FilterExpression expression)
    {
        if (!TemplateWords.Filters.Contains(expression.Name))
            Complain($"There is no filter '{expression.Name}': expected one of {string.Join(", ", TemplateWords.Filters)}.");
        return base.VisitFilterExpression(expression);
    }

    // A range is a list, and a long one is a lot of memory.
    protected override Expression VisitRangeExpression(RangeExpression rangeExpression)
    {
        Complain("Ranges such as (1..9) cannot be used here.");
        return rangeExpression;
    }

    // What is made on the way (assigned, or found by number) is not known beforehand: its members are not looked at.
    private object? Find(MemberExpression expression)
    {
        if (expression.Segments[0] is not IdentifierSegment first)
            return null;
        if (!_names.TryGetValue(first.Identifier, out var found))
        {
            Complain($"There is no '{first.Identifier}': expected one of {string.Join(", ", TemplateNames.All.Keys.Order(StringComparer.Ordinal))}.");
            return null;
        }

        foreach (var segment in expression.Segments.Skip(1))
        {
            if (found is not IReadOnlyDictionary<string, object?> members || segment is not IdentifierSegment { Identifier: var name })
                return null;
            if (!members.TryGetValue(name, out found))
                Complain($"There is no '{name}' in '{first.Identifier}': expected one of {string.Join(", ", members.Keys.Order(StringComparer.Ordinal))}.");
        }

        return found;
    }

    private void Complain(string problem) => _problem ??= Grains.Owners.PlainLine.From(problem, 400);
}
