using System.Globalization;
using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace CognitoPS.Report;

/// <summary>Charts as SVG that stands in a page: as wide as there is room, in the page's own colours.</summary>
internal sealed class Chart
{
    private const int Width = 640;
    private const int BarHeight = 30;
    private const int ColumnsHeight = 240;
    private const int FontSize = 13;
    private const int LongestLabel = 30;
    private const int MonthLabels = 6;

    /// <summary>Wider than most: what a browser draws with is not what OxyPlot measures with.</summary>
    private const double CharacterWidth = 0.66 * FontSize;

    // OxyPlot knows colours only, not the page's: these stand for them until the drawing is done.
    private static readonly OxyColor Ink = OxyColor.FromRgb(1, 2, 3);
    private static readonly OxyColor[] Fills = [.. Enumerable.Range(0, 6).Select(place => OxyColor.FromRgb(4, 5, (byte)place))];
    private static readonly OxyColor Line = Fills[4];
    private static readonly OxyColor Only = Fills[5];

    private int _charts;

    /// <summary>A bar for each row, from the top down.</summary>
    public string Bars(IReadOnlyList<(string Label, long Value)> rows) =>
        Stacked([.. rows.Select(row => (row.Label, (IReadOnlyList<long>)[row.Value]))]);

    /// <summary>A bar for each row, of as many parts as it has values.</summary>
    public string Stacked(IReadOnlyList<(string Label, IReadOnlyList<long> Values)> rows)
    {
        double room = (rows.Max(row => Math.Min(row.Label.Length, LongestLabel)) * CharacterWidth) + 12;
        PlotModel model = NewModel();
        model.PlotMargins = new OxyThickness(room, 0, 0, 0);
        var names = new CategoryAxis
        {
            Position = AxisPosition.Left,
            StartPosition = 1,
            EndPosition = 0,
            TickStyle = TickStyle.None,
            GapWidth = 0.5,
        };
        names.Labels.AddRange(rows.Select(row => Shortened(row.Label)));
        model.Axes.Add(names);
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Bottom,
                IsAxisVisible = false,
                Minimum = 0,
                Maximum = Math.Max(1, rows.Max(row => row.Values.Sum()) * 1.15),
            }
        );
        int parts = rows.Max(row => row.Values.Count);
        for (int part = 0; part < parts; part++)
        {
            var series = new BarSeries
            {
                FillColor = parts == 1 ? Only : Fills[part],
                StrokeThickness = 0,
                IsStacked = parts > 1,
            };
            int place = part;
            series.Items.AddRange(rows.Select(row => new BarItem(row.Values[place])));
            model.Series.Add(series);
        }

        for (int place = 0; place < rows.Count; place++)
        {
            long sum = rows[place].Values.Sum();
            model.Annotations.Add(
                new TextAnnotation
                {
                    Text = sum.ToString("N0", CultureInfo.InvariantCulture),
                    TextPosition = new DataPoint(sum, place),
                    TextHorizontalAlignment = HorizontalAlignment.Left,
                    TextVerticalAlignment = VerticalAlignment.Middle,
                    Offset = new ScreenVector(6, 0),
                    StrokeThickness = 0,
                }
            );
        }

        return Draw(model, (rows.Count * BarHeight) + 16);
    }

    /// <summary>A column for each month, from left to right.</summary>
    public string Columns(IReadOnlyList<(DateTime Month, long Value)> months)
    {
        string largest = months.Max(month => month.Value).ToString("N0", CultureInfo.InvariantCulture);
        PlotModel model = NewModel();
        model.PlotMargins = new OxyThickness((largest.Length * CharacterWidth) + 12, double.NaN, double.NaN, double.NaN);
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Bottom,
                Minimum = -0.5,
                Maximum = months.Count - 0.5,
                MajorStep = Math.Max(1, (months.Count + MonthLabels - 1) / MonthLabels),
                MinorTickSize = 0,
                LabelFormatter = place =>
                    place >= 0 && place < months.Count ? months[(int)place].Month.ToString("yyyy-MM", CultureInfo.InvariantCulture) : "",
                TicklineColor = Line,
            }
        );
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Left,
                Minimum = 0,
                Maximum = Math.Max(1, months.Max(month => month.Value) * 1.05),
                StringFormat = "N0",
                MinimumMajorStep = 1,
                TickStyle = TickStyle.None,
                MajorGridlineStyle = LineStyle.Solid,
                MajorGridlineColor = Line,
            }
        );
        var columns = new RectangleBarSeries { FillColor = Only, StrokeThickness = 0 };
        for (int place = 0; place < months.Count; place++)
            columns.Items.Add(new RectangleBarItem(place - 0.4, 0, place + 0.4, months[place].Value));

        model.Series.Add(columns);
        return Draw(model, ColumnsHeight);
    }

    private static PlotModel NewModel() =>
        new()
        {
            Background = OxyColors.Transparent,
            PlotAreaBorderThickness = new OxyThickness(0),
            TextColor = Ink,
            DefaultFont = "inherit",
            DefaultFontSize = FontSize,
            Culture = CultureInfo.InvariantCulture,
            Padding = new OxyThickness(0, 8, 8, 8),
        };

    private static string Shortened(string label) => label.Length <= LongestLabel ? label : $"{label.Substring(0, LongestLabel - 1)}…";

    private string Draw(PlotModel model, int height)
    {
        _charts++;
        var svg = XElement.Parse(
            new SvgExporter
            {
                Width = Width,
                Height = height,
                IsDocument = false,
            }.ExportToString(model)
        );
        svg.SetAttributeValue("width", null);
        svg.SetAttributeValue("height", null);
        svg.SetAttributeValue("viewBox", FormattableString.Invariant($"0 0 {Width} {height}"));
        svg.SetAttributeValue("aria-hidden", "true");
        svg.SetAttributeValue("focusable", "false");
        foreach (XAttribute attribute in svg.Descendants().Attributes())
            attribute.Value = attribute.Name.LocalName switch
            {
                "fill" or "style" => Colored(attribute.Value),
                // Two charts of a page must not share the names of their parts.
                "id" or "clip-path" => attribute.Value.Replace("clipPath", FormattableString.Invariant($"c{_charts}-")),
                _ => attribute.Value,
            };
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static string Colored(string style)
    {
        style = style.Replace("rgb(1,2,3)", "currentColor");
        for (int place = 0; place < Fills.Length; place++)
            style = style.Replace(FormattableString.Invariant($"rgb(4,5,{place})"), FormattableString.Invariant($"var(--fill-{place})"));
        return style;
    }
}
