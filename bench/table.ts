/** A Markdown table; the first row is the head, all columns but the first are figures. Short rows are filled up. */
export async function table(rows: readonly string[][]): Promise<string> {
	// markdown-table is an ES module, which a CommonJS file can import in no other way.
	const { markdownTable } = await import('markdown-table');
	const width = rows[0]?.length ?? 0;
	const align = ['l', ...Array<string>(Math.max(0, width - 1)).fill('r')];
	const full = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
	return markdownTable(full, { align });
}
