import { chargerSansExcel } from "../outils/fonctions";

/** Le texte de l'erreur que rend une fonction qui refuse tout. */
async function refusDe(nom: string, ...matrices: unknown[]): Promise<string> {
  const fonction = (await chargerSansExcel())[nom];
  if (!fonction) throw new Error(nom);
  while (matrices.length < fonction.length) matrices.push(null);
  const [[erreur] = [], ...suite] = fonction(...matrices) as unknown[][];
  expect(suite).toEqual([]);
  return (erreur as Error).message.replace(/[\u00A0\u202F]/g, " ");
}

test("une plage là où il faut une cellule : le message la nomme, avec sa taille", async () => {
  const texte = await refusDe(
    "PROJECTION",
    [[900]],
    [[6000], [6100]],
    [[100]],
    [[0.4, 0.5]],
    [[3]]
  );
  expect(texte).toContain("« residences_principales » : 2 × 1 au lieu de 1 × 1");
  expect(texte).toContain("« part_sociale » : 1 × 2 au lieu de 1 × 1");
  expect(texte).not.toContain("croissance_rp");
});

test("deux colonnes de hauteurs différentes : le message dit laquelle ne va pas", async () => {
  const texte = await refusDe("ARRONDISSEMENTS", [[10]], [[1], [2]], [[9], [9], [9]]);
  expect(texte).toContain("« residences_principales » : 3 × 1 au lieu de 2 × 1");
});

test("une plage de plusieurs colonnes : le message dit laquelle", async () => {
  const texte = await refusDe("ARRONDISSEMENTS", [[10]], [[1, 2]], [[9, 9]]);
  expect(texte).toContain("« logements_sociaux » : 1 × 2 au lieu de 1 × 1");
});
