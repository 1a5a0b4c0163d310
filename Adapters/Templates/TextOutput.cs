using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace UptimeSquirrel.Adapters.Templates;

/// <summary>Makes a text of whatever a template writes, before it is written: the language encodes texts for their place, but writes the entries of a list as they are.</summary>
internal sealed class TextOutput : AstRewriter
{
    public static IFluidTemplate In(IFluidTemplate template) => new TextOutput().VisitTemplate(template);

    protected override Statement VisitOutputStatement(OutputStatement outputStatement) => new OutputStatement(new Text(outputStatement.Expression));

    private sealed class Text(Expression value) : Expression
    {
        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context) => new StringValue((await value.EvaluateAsync(context)).ToStringValue());
    }
}
