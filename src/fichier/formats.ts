/** Formats de nombre que le fichier désigne par un numéro, sans en écrire le code (ECMA-376, 18.8.30). */
const PREDEFINIS: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  // Date courte : Excel l'affiche selon la langue de la machine (jj/mm/aaaa en France).
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0 ;(#,##0)"],
  [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"],
  [40, "#,##0.00;[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

const NUMEROS: ReadonlyMap<string, number> = new Map(
  [...PREDEFINIS].map(([numero, code]) => [code, numero])
);

export function codePredefini(numero: number): string | undefined {
  return PREDEFINIS.get(numero);
}

export function numeroPredefini(code: string): number | undefined {
  return NUMEROS.get(code);
}
