package org.talentrecall.scoring.report;

import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.talentrecall.scoring.recommendation.Messages;
import org.talentrecall.scoring.recommendation.Text;

/** A native chart on a sheet of its own: the four components of the first rows, drawn by Excel in its own fonts. */
final class ScoreChart {
    private static final int ROWS = 12;
    private static final int NAME = 3;
    private static final int FIRST_COMPONENT = 7;
    private static final List<String> COMPONENTS = List.of("requirement", "career", "salary", "opinion");
    private static final int WIDTH = 14;
    private static final int HEIGHT = 26;
    private static final List<PresetColor> COLOURS =
            List.of(PresetColor.STEEL_BLUE, PresetColor.SEA_GREEN, PresetColor.GOLDENROD, PresetColor.SLATE_GRAY);

    private final Messages texts;

    ScoreChart(Messages texts) {
        this.texts = texts;
    }

    /** Draws the chart of a table's first rows on another sheet, unless the table is empty. */
    void draw(SheetWriter.Table table, XSSFSheet target) {
        XSSFSheet sheet = table.sheet();
        int last = Math.min(sheet.getLastRowNum(), ROWS);
        if (last < 1) {
            return;
        }
        XSSFDrawing drawing = target.createDrawingPatriarch();
        ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 0, 0, WIDTH, HEIGHT);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(texts.render(Text.of("chart.title", last)));
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setMinimum(0);
        values.setMaximum(100);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
        data.setBarDirection(BarDirection.COL);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        XDDFDataSource<String> people =
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, last, NAME, NAME));
        for (int component = 0; component < COMPONENTS.size(); component++) {
            int column = FIRST_COMPONENT + component;
            XDDFChartData.Series series = data.addSeries(
                    people,
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(1, last, column, column)));
            series.setTitle(texts.label(COMPONENTS.get(component)), null);
            series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(COLOURS.get(component))));
        }
        chart.plot(data);
    }
}
