import { chargerSansExcel } from "../outils/fonctions";

type Fonctions = Awaited<ReturnType<typeof chargerSansExcel>>;
let fonctions: Fonctions;

beforeAll(async () => {
  fonctions = await chargerSansExcel();
});

const appeler = (nom: string, ...matrices: unknown[]): unknown[][] => {
  const fonction = fonctions[nom];
  if (!fonction) throw new Error(nom);
  while (matrices.length < fonction.length) matrices.push(null);
  return fonction(...matrices) as unknown[][];
};

const colonne = (valeurs: unknown[]): unknown[][] => valeurs.map((valeur) => [valeur]);

describe("une plage en argument", () => {
  test("10 000 lignes étalées donnent les mêmes résultats que 10 000 appels", () => {
    const deficits = Array.from({ length: 10_000 }, (_, i) => i + 1);
    const ecarts = deficits.map((deficit) => 0.3 + (deficit % 200) / 10);
    const etalees = appeler("OBJECTIF", colonne(deficits), colonne(ecarts)).flat();
    const unes = deficits.map(
      (deficit, i) => appeler("OBJECTIF", [[deficit]], [[ecarts[i]]])[0]?.[0]
    );
    expect(etalees).toEqual(unes);
    expect(etalees).toHaveLength(10_000);
  });

  test("une cellule seule vaut pour toutes les lignes", () => {
    expect(appeler("OBJECTIF", colonne([500, 300]), [[5]], [["mutualisant"]])).toEqual([
      [85],
      [51],
    ]);
  });

  test("un type par ligne", () => {
    const types = colonne(["", "abaissant", "Mutualisant", null]);
    expect(appeler("OBJECTIF", colonne([500, 500, 500, 500]), [[5]], types)).toEqual([
      [165],
      [125],
      [85],
      [165],
    ]);
  });

  test("un refus ne touche que sa ligne, et dit quoi, pourquoi et quoi faire", () => {
    const erreur = { code: "#N/A" };
    const deficits = colonne([500, "env. 120", -3, 12.5, 1e9, erreur, true, 300]);
    const reponses = appeler("OBJECTIF", deficits, [[5]]).flat();
    expect(reponses[0]).toBe(165);
    expect(reponses[7]).toBe(99);
    expect(
      reponses.slice(1, 7).map((reponse) => (reponse as Error & { code: string }).code)
    ).toEqual(["#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!", "#N/A", "#VALUE!"]);
    const textes = reponses.slice(1, 7).map((reponse) => (reponse as Error).message);
    expect(textes).toEqual([
      expect.stringContaining(
        "« env. 120 »".replace(/ /g, "\u00A0").replace("env.\u00A0", "env. ")
      ),
      expect.stringContaining("négatif"),
      expect.stringContaining("entier"),
      expect.stringContaining("trop grand"),
      expect.stringContaining("#N/A"),
      expect.stringContaining("VRAI"),
    ]);
  });

  test("des plages de tailles différentes : le message dit lesquelles", () => {
    const [[erreur] = []] = appeler("OBJECTIF", colonne([500, 300]), colonne([5, 5, 5]));
    expect((erreur as Error).message).toMatch(/deficit.*2 × 1.*ecart.*3 × 1/);
  });

  test("les types de données d'Excel se lisent par leur valeur de base", () => {
    const nombre = { type: "FormattedNumber", basicValue: 500, numberFormat: "0" };
    const enErreur = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };
    const [bon, mauvais] = appeler("OBJECTIF", colonne([nombre, enErreur]), [[5]]).flat();
    expect(bon).toBe(165);
    expect((mauvais as Error).message).toContain("#DIV/0!");
  });

  test("une cellule vide se lit comme 0, sur le web (null) comme au bureau (0)", () => {
    const [web, bureau] = appeler("OBJECTIF", colonne([null, 0]), [[5]]).flat();
    expect((web as Error).message).toBe((bureau as Error).message);
    expect(appeler("OBJECTIF", colonne([null, 0]), colonne([null, 0]))).toEqual([[0], [0]]);
  });
});

describe("plusieurs cellules par ligne", () => {
  test("n communes donnent n lignes, et un refus remplit la sienne seule", () => {
    const lignes = appeler("NOTIFICATION", colonne([500, "NC", 300]), [[5]], [["abaissant"]]);
    expect(lignes.map((ligne) => ligne.slice(0, 2))).toEqual([
      [125, 165],
      [expect.any(Error), expect.any(Error)],
      [75, 99],
    ]);
    expect(lignes.map((ligne) => ligne.length)).toEqual([3, 3, 3]);
    expect(lignes[1]?.[2]).toBe(lignes[1]?.[0]);
  });

  test("une plage étalée donne les mêmes lignes que des appels séparés", () => {
    const deficits = Array.from({ length: 200 }, (_, i) => i);
    const etalees = appeler("NOTIFICATION", colonne(deficits), [[3]], [["mutualisant"]]);
    const unes = deficits.flatMap((deficit) =>
      appeler("NOTIFICATION", [[deficit]], [[3]], [["mutualisant"]])
    );
    expect(etalees).toEqual(unes);
  });

  test("des colonnes de hauteurs différentes : le message dit lesquelles", () => {
    const reponse = appeler("NOTIFICATION", colonne([500, 300]), colonne([5, 5, 5]), [["légal"]]);
    expect(reponse).toEqual([[expect.any(Error)]]);
    expect((reponse[0]?.[0] as Error).message).toMatch(/deficit.*2 × 1.*ecart.*3 × 1/);
  });

  test("une plage de plusieurs colonnes : le message dit laquelle", () => {
    const reponse = appeler("NOTIFICATION", colonne([500]), [[5, 4]], [["légal"]]);
    expect(reponse).toEqual([[expect.any(Error)]]);
    expect((reponse[0]?.[0] as Error).message).toMatch(
      /«\secart\s» a 2 colonnes.*une seule colonne/
    );
  });
});
