import { enLignes } from "../../src/classeur/former-lignes";
import type { Forme } from "../../src/feuilles";

const gras = (plage: string): Forme => ({ plage, style: { gras: true } });
const GRAS = { format: { font: { bold: true } } };

/** Les adresses des groupes, dans l'ordre. */
const adresses = (formes: Forme[]): string[] =>
  enLignes(formes).map((groupe) => ("formes" in groupe ? groupe.adresse : groupe.plage));

test("des lignes qui se suivent partent ensemble, une ligne sautée restant telle quelle", () => {
  expect(enLignes([gras("A1:F1"), gras("A2:F2"), gras("A4:F4")])).toMatchObject([
    { adresse: "A1:F4", formes: [GRAS, GRAS, {}, GRAS] },
  ]);
});

test("tout ce qu'un style de ligne peut dire arrive à Excel", () => {
  const style: Forme["style"] = {
    italique: true,
    taille: 9,
    couleur: "#333333",
    fond: "#EDEDED",
    horizontal: "centre",
    vertical: "haut",
    renvoiALaLigne: true,
    bordures: { haut: "double", bas: "moyen", verticales: "fin" },
  };
  const [groupe] = enLignes([{ plage: "A1:F1", hauteur: 30, style }]);
  expect(groupe).toMatchObject({
    formes: [
      {
        format: {
          font: { italic: true, size: 9, color: "#333333" },
          fill: { color: "#EDEDED" },
          horizontalAlignment: "Center",
          verticalAlignment: "Top",
          wrapText: true,
          rowHeight: 30,
          borders: {
            top: { style: "Double" },
            bottom: { style: "Continuous", weight: "Medium" },
            vertical: { style: "Continuous" },
          },
        },
      },
    ],
  });
});

test.each<[string, Forme[]]>([
  ["d'autres colonnes", [gras("A1:F1"), gras("A2:D2")]],
  ["la même ligne, dont la dernière forme doit l'emporter", [gras("A1:F1"), gras("A1:F1")]],
  ["plus haut", [gras("A2:F2"), gras("A1:F1")]],
  ["trop loin", [gras("A1:F1"), gras("A11:F11")]],
  ["après une autre forme", [gras("A1:F1"), gras("A2:F9"), gras("A10:F10")]],
  ["un format de nombre", [gras("A1:F1"), { plage: "A2:F2", style: { format: "0 %" } }]],
])("ne se rassemblent pas : %s", (_, formes) => {
  expect(adresses(formes)).toEqual(formes.map(({ plage }) => plage));
});
