import type { ReactNode } from 'react';

export interface CountRow {
  readonly key: string;
  readonly name: string;
  readonly counts: readonly number[];
  readonly late?: boolean;
  /** Opens the figures behind the row. */
  readonly press?: () => void;
}

/** A table of counts with aligned figures; a row may lead on. */
export function CountTable({
  title,
  first,
  columns,
  rows,
}: {
  title: string;
  first: string;
  columns: readonly string[];
  rows: readonly CountRow[];
}): ReactNode {
  if (rows.length === 0) return null;
  return (
    <table className="counts">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.late ? 'late' : ''}>
            <th scope="row">
              {row.press ? (
                <button type="button" className="link" onClick={row.press}>
                  {row.name}
                </button>
              ) : (
                row.name
              )}
            </th>
            {row.counts.map((count, index) => (
              <td key={columns[index]}>{count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
