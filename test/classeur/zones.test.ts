import fc from "fast-check";
import { enPaquets } from "../../src/classeur/zones";
import { adresseDe, plageDe, rectangleDe } from "../../src/tableau";

/** Les cellules d'une adresse à plusieurs plages, une à une. */
function cellules(adresse: string): string[] {
  return adresse.split(",").flatMap((plage) => {
    const { haut, gauche, bas, droite } = rectangleDe(plage) ?? {
      haut: 0,
      gauche: 0,
      bas: -1,
      droite: -1,
    };
    const lues: string[] = [];
    for (let ligne = haut; ligne <= bas; ligne += 1) {
      for (let colonne = gauche; colonne <= droite; colonne += 1) {
        lues.push(adresseDe(ligne, colonne));
      }
    }
    return lues;
  });
}

const place = fc.record({
  ligne: fc.nat(60),
  colonne: fc.nat(30),
  hauteur: fc.integer({ min: 1, max: 5 }),
  largeur: fc.integer({ min: 1, max: 4 }),
});
const adresses = fc.array(
  place.map(({ ligne, colonne, hauteur, largeur }) => plageDe(ligne, colonne, hauteur, largeur)),
  { maxLength: 80 }
);

test("chaque cellule demandée est dans un seul paquet, et rien d'autre ; celles à laisser n'y sont pas", () => {
  fc.assert(
    fc.property(adresses, adresses, (voulues, sauf) => {
      const exclues = new Set(sauf.flatMap(cellules));
      const attendues = [...new Set(voulues.flatMap(cellules))].filter((c) => !exclues.has(c));
      const rendues = enPaquets(voulues, sauf).flatMap(cellules);
      expect([...rendues].sort()).toEqual(attendues.sort());
    })
  );
});

test("un paquet reste sous la limite d'Excel, même pour des milliers de cellules éparses", () => {
  const damier = Array.from({ length: 5000 }, (_, rang) => adresseDe(rang * 2, 700));
  const paquets = enPaquets(damier);
  for (const paquet of paquets) expect(paquet.length).toBeLessThan(8192);
  expect(paquets.flatMap(cellules)).toHaveLength(5000);
});

test("des cellules qui se suivent dans une colonne font une seule plage", () => {
  expect(enPaquets(["E9", "E7", "E8", "G2"])).toEqual(["E7:E9,G2"]);
});

test.each(["", "A:A", "Feuil1!A1", "A1:AX90000"])(
  "« %s » n'est pas une cellule en cause : laissée de côté",
  (adresse) => {
    expect(enPaquets([adresse, "B2"])).toEqual(["B2"]);
  }
);
