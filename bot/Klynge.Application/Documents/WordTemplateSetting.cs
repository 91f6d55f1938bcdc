using Klynge.Documents.Word;
using Klynge.Domain.Common;
using Microsoft.Extensions.Configuration;

namespace Klynge.Application.Documents;

/// <summary>The setting <c>Klynge:Word:Template</c>: the path of the organisation's own Word template, which every document is written with.</summary>
public static class WordTemplateSetting
{
    public const string Name = "Klynge:Word:Template";

    /// <returns>The template, ours where none is set; or what is wrong with the file, in Danish. Both hosts ask before they start.</returns>
    public static Result<WordTemplate> Read(IConfiguration? configuration) =>
        configuration is not null && configuration["Klynge:Word:Template"]?.Trim() is { Length: > 0 } path ? WordTemplateReader.Read(path) : WordTemplate.Ours;
}
