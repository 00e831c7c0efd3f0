import { sensDuFormat } from "../../src/tableau/format";

test.each([
  ["General", "nombre"],
  ["@", "nombre"],
  ["0", "nombre"],
  ["#,##0", "nombre"],
  ["#,##0 _€", "nombre"],
  ["0.0", "nombre"],
  ['0" logements"', "nombre"],
  ["General;-General", "nombre"],
  ["0%", "fraction"],
  ["0.00%", "fraction"],
  ["0\\ %", "fraction"],
  ["[Red]0%", "fraction"],
  ['0" %"', "pourcent"],
  ["0.0\\%", "pourcent"],
  ['0" pour "\\%', "pourcent"],
  ["dd/mm/yyyy", "date"],
  ["d mmm yy", "date"],
  ["hh:mm", "date"],
  ["mm:ss", "date"],
  ["[$-40C]d mmmm yyyy", "date"],
  ["YYYY", "date"],
  ["[hh]:mm", "date"],
])("le format %s dit « %s »", (format, sens) => expect(sensDuFormat(format)).toBe(sens));

test.each([
  ['0" days"', "le texte entre guillemets"],
  ["0\\d", "un caractère précédé d'une barre"],
  ["[DarkRed]", "une couleur"],
  ["[Red][>=100]", "une condition"],
  ["_d", "un blanc de la largeur d'une lettre"],
  ["*d", "un remplissage"],
  ["0.00E+00;[Red]-0 h", "un nombre suivi d'une lettre"],
])("dans %s, %s n'est pas une date", (format) => expect(sensDuFormat(format)).toBe("nombre"));

test.each([['General" (%)"'], ['0_%" (part en %)"']])(
  "dans %s, le signe n'est qu'un texte : des pour-cent",
  (format) => expect(sensDuFormat(format)).toBe("pourcent")
);
