import { texteAffiche } from "../../src/commande/texte-affiche";
import type { ValeurDeCellule } from "../../src/tableau";
import { lisible } from "./terminal";

/** Attendus : ce qu'affiche un tableur français. */
test.each<[ValeurDeCellule, string, string]>([
  [null, "General", ""],
  ["Alpha", "@", "Alpha"],
  [true, "General", "VRAI"],
  [{ erreur: "#N/A" }, "General", "#N/A"],
  [1234.5, "General", "1234,5"],
  [0.1 + 0.2, "General", "0,3"],
  [1234.5, "#,##0", "1 235"],
  [1234.5, "#,##0.00", "1 234,50"],
  [1234567, "#\\ ##0", "1 234 567"],
  [1234.5, "# ##0.0", "1 234,5"],
  [12, '"n° "0', "n° 12"],
  [0.33, "0 %", "33 %"],
  [4.004, "0.0", "4,0"],
  [1.005, "0.00", "1,01"],
  [4.25, "0.##", "4,25"],
  [0.33, "0%", "33%"],
  [0.1496, "0.0%", "15,0%"],
  [0.145, "0%", "15%"],
  [33, '0" %"', "33 %"],
  [5, '0.0" pt ; net"', "5,0 pt ; net"],
  [-3, "0;(0)", "(3)"],
  [-3, "0", "-3"],
  [-3, "[Red]#,##0;[Red]-#,##0", "-3"],
  [45658, "dd/mm/yyyy", "01/01/2025"],
  [45658, "m/d/yyyy", "01/01/2025"],
  [45658.5, "[$-40C]d mmmm yyyy", "01/01/2025"],
  [0.5, "# ?/?", "0,5"],
  [1500, "0.00E+00", "1500"],
])("%p au format %s s'affiche « %s »", (valeur, format, attendu) => {
  expect(lisible(texteAffiche(valeur, format))).toBe(attendu);
});
