import { LineChart as LineSeries } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { usePreferences } from '../state/preferences.ts'
import styles from './line-chart.module.css'

use([LineSeries, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

/** A line of the chart; null where there is nothing to show. */
export interface ChartLine {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** Drawn thicker: what the others are compared with. */
  readonly main?: boolean
}
interface LineChartProps {
  readonly label: string
  readonly times: readonly string[]
  readonly lines: readonly ChartLine[]
  /** How a value is written. */
  readonly written: (value: number) => string
}

const shapes = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow', 'roundRect'] as const
const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Lines over time, told apart by shape as well as colour. */
export function LineChart(chart: LineChartProps) {
  const { theme } = usePreferences()
  return <Drawing key={theme} {...chart} dark={theme === 'dark'} />
}

function Drawing({ label, times, lines, written, dark }: LineChartProps & { readonly dark: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  useEffect(() => {
    if (!box.current) return
    const drawn = init(box.current, dark ? 'dark' : null)
    chart.current = drawn
    const fit = new ResizeObserver(() => drawn.resize())
    fit.observe(box.current)
    return () => {
      fit.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [dark])
  useEffect(() => {
    const ink = colour('--ink')
    const line = colour('--line')
    chart.current?.setOption(
      {
        animation: false,
        backgroundColor: 'transparent',
        textStyle: { fontFamily: colour('--sans'), color: ink },
        grid: { left: 56, right: 16, top: 40, bottom: 28 },
        legend: { top: 4, type: 'scroll', textStyle: { color: ink } },
        tooltip: { trigger: 'axis', confine: true, renderMode: 'richText', valueFormatter: (value: unknown) => (typeof value === 'number' ? written(value) : '–') },
        xAxis: { type: 'category', data: [...times], axisLine: { lineStyle: { color: line } }, axisLabel: { color: ink } },
        yAxis: { type: 'value', axisLabel: { color: ink, formatter: written }, splitLine: { lineStyle: { color: line } } },
        series: lines.map(({ name, values, main = false }, number) => ({
          name,
          type: 'line',
          data: [...values],
          connectNulls: true,
          symbol: shapes[number % shapes.length],
          symbolSize: 7,
          lineStyle: { width: main ? 3 : 1.5, type: main ? 'solid' : number % 2 === 0 ? 'solid' : 'dashed' },
        })),
      },
      { notMerge: true },
    )
  }, [times, lines, written])
  return <div ref={box} className={styles['chart']} role="img" aria-label={label} />
}
