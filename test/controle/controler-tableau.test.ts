import fc from "fast-check";
import { controlerLecture, type Constat, type Controle } from "../../src/controle";
import { planExemple } from "../../src/feuilles";
import { phraserConstat, phraserVerdict } from "../../src/redaction";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";

const controler = (lignes: ValeurDeCellule[][]): Controle => controlerLaFeuille(feuilleDe(lignes));

const codes = (controle: Controle): string[] => controle.constats.map(({ code }) => code);
const TITRES = [
  "Commune",
  "LS manquants",
  "Écart",
  "Taux de rattrapage avant mutualisation",
  "Objectifs 2023-2025 avant mutualisation",
  "Taux de rattrapage après mutualisation",
  "Objectifs 2023-2025 après mutualisation",
];

/** Les communes A et B de la plaquette ; chaque test en change une cellule. */
const plaquette = (): ValeurDeCellule[][] => [
  TITRES,
  ["Commune A", 500, 5, 0.33, 165, 85 / 500, 85],
  ["Commune B", 300, 5, 0.33, 99, 179 / 300, 179],
  ["Total", 800, null, null, 264, null, 264],
];

const avec = (ligne: number, colonne: number, valeur: ValeurDeCellule): ValeurDeCellule[][] => {
  const lignes = plaquette();
  (lignes[ligne] as ValeurDeCellule[])[colonne] = valeur;
  return lignes;
};

describe("l'équilibre (L. 302-8, X, al. 3)", () => {
  test("264 avant, 264 après : l'égalité suffit, et les conditions restent à confirmer", () => {
    const controle = controler(plaquette());
    expect(controle.constats).toEqual([]);
    expect(controle.totaux).toEqual({
      deficit: 800,
      avantLu: 264,
      avantLegal: 264,
      apres: 264,
      marge: 0,
    });
    expect(controle.verdict).toBe("à confirmer");
    expect(controle.conditions.map(({ code }) => code)).toEqual([
      "plh",
      "avis-cnsru",
      "accord",
      "toutes-les-communes",
      "signataires",
    ]);
    expect(phraserVerdict(controle)).toEqual({
      titre: "Équilibré\u00A0: 264 avant, 264 après",
      detail: "Chiffres conformes, 3 conditions à confirmer avant l’envoi.",
    });
  });

  test("un logement retiré à la commune B : il en manque 1, et l'article est dit", () => {
    const lignes = avec(2, 6, 178);
    (lignes[2] as ValeurDeCellule[])[5] = 178 / 300;
    (lignes[3] as ValeurDeCellule[])[6] = 263;
    const controle = controler(lignes);
    expect(controle.verdict).toBe("non conforme");
    expect(phraserVerdict(controle).titre).toBe("Il manque 1 logement");
    expect(controle.constats).toMatchObject([
      { code: "somme-insuffisante", adresse: "G4", article: "L. 302-8, X, al. 3" },
    ]);
  });

  test("la somme de référence est celle des objectifs légaux, même si la colonne affiche moins", () => {
    const lignes = avec(2, 4, 50);
    (lignes[3] as ValeurDeCellule[])[4] = 215;
    const controle = controler(lignes);
    expect(controle.totaux.avantLegal).toBe(264);
    expect(codes(controle)).toEqual(["objectif-avant-faux"]);
  });

  test("un objectif arrondi au plus proche est admis, avec un avertissement, et entre tel quel", () => {
    const controle = controler([
      TITRES,
      ["Commune A", 301, 5, 0.33, 99, 99 / 301, 99],
      ["Total", 301, null, null, 99, null, 99],
    ]);
    expect(codes(controle)).toEqual(["objectif-avant-arrondi"]);
    expect(controle.totaux.marge).toBe(0);
  });
});

describe("les planchers (arbitrage 4)", () => {
  test.each([
    [82, "sous-plancher-loi", "erreur"],
    [83, "sous-plancher-guide", "avertissement"],
    [84, "sous-plancher-guide", "avertissement"],
  ])("%d pour 500 manquants : %s", (apres, code, gravite) => {
    const lignes = avec(1, 6, apres);
    (lignes[1] as ValeurDeCellule[])[5] = apres / 500;
    (lignes[2] as ValeurDeCellule[])[6] = 264 - apres;
    (lignes[2] as ValeurDeCellule[])[5] = (264 - apres) / 300;
    const controle = controler(lignes);
    expect(controle.constats).toMatchObject([
      { code, gravite, commune: "Commune A", adresse: "G2", valeurs: { loi: 83, guide: 85 } },
    ]);
  });

  test("contrat abaissant : 25, 40 et 80 %", () => {
    const titres = ["Commune", "LS manquants", "Écart", "Objectifs abaissés 2026-2028"];
    const sous = controler([titres, ["A", 500, 5, 124], ["B", 500, 3, 199], ["C", 500, 1, 399]]);
    expect(codes(sous)).toEqual(Array(3).fill("sous-plancher-abaissant"));
    const au = controler([titres, ["A", 500, 5, 125], ["B", 500, 3, 200], ["C", 500, 1, 400]]);
    expect(au.verdict).toBe("conforme");
    expect(au.conditions).toMatchObject([{ code: "signataires", rappel: true }]);
    expect(codes(controler([titres, ["A", 500, 5, 170]]))).toEqual(["releve-au-dessus-du-legal"]);
  });
});

describe("une donnée illisible n'est jamais devinée", () => {
  test.each<[string, number, ValeurDeCellule]>([
    ["déficit en texte", 1, "env. 120"],
    ["déficit vide", 1, null],
    ["déficit négatif", 1, -5],
    ["déficit en erreur", 1, { erreur: "#N/A" }],
    ["écart en fraction", 2, 0.05],
    ["objectif après en texte", 6, "NC"],
    ["objectif après vide", 6, null],
  ])("%s : erreur sur la cellule, et bilan non concluant", (_cas, colonne, valeur) => {
    const controle = controler(avec(1, colonne, valeur));
    expect(controle.verdict).toBe("non conforme");
    expect(controle.totaux.marge).toBeNull();
    const adresse = `${"ABCDEFG".charAt(colonne)}2`;
    expect(controle.constats).toContainEqual(
      expect.objectContaining({ code: "donnee-illisible", adresse, commune: "Commune A" })
    );
  });

  test("une période que le barème ne couvre pas", () => {
    const lignes = plaquette();
    lignes[0] = TITRES.map((titre) => titre.replace("2023-2025", "2029-2031"));
    const controle = controler(lignes);
    expect(controle.verdict).toBe("non conforme");
    expect(phraserConstat(controle.constats[0] as Constat).titre).toContain("2029-2031");
  });
});

describe("le reste du tableau", () => {
  test("exactement 4 points : signalé, avec les deux nombres", () => {
    const controle = controler([
      ["Commune", "LS manquants", "Écart", "Objectifs 2026-2028 après mutualisation"],
      ["A", 130, 4, 65],
    ]);
    expect(controle.constats).toMatchObject([
      { code: "ecart-egal-4", gravite: "avertissement", valeurs: { legal: 65, autre: 43 } },
    ]);
  });

  test("sans écart, le taux annoncé fait foi, en information", () => {
    const controle = controler([
      [
        "Commune",
        "LS manquants",
        "Taux de rattrapage avant mutualisation",
        "Objectifs 2026-2028 après mutualisation",
      ],
      ["A", 500, 0.33, 165],
    ]);
    expect(controle.constats).toMatchObject([{ code: "ecart-absent", gravite: "information" }]);
    expect(controle.totaux.avantLegal).toBe(165);
  });

  test("l'écart se calcule du taux légal et du taux de logements sociaux ; la valeur stockée compte", () => {
    const titres = [
      "Commune",
      "LS manquants",
      "Taux légal",
      "Taux de LS",
      "Objectifs après mutualisation",
    ];
    expect(controler([titres, ["A", 500, 0.25, 0.21, 250]]).communes[0]?.tauxAvant).toBe(500_000);
    expect(controler([titres, ["A", 500, 0.25, 0.20996, 250]]).communes[0]?.tauxAvant).toBe(
      330_000
    );
  });

  test.each<[string, number, number, ValeurDeCellule, string]>([
    ["un taux avant faux", 1, 3, 0.5, "taux-avant-faux"],
    ["un taux après faux", 1, 5, 0.2, "taux-apres-incoherent"],
    ["un total faux", 3, 4, 200, "total-faux"],
    ["une commune sans nom", 1, 0, null, "nom-absent"],
  ])("%s", (_cas, ligne, colonne, valeur, code) => {
    expect(codes(controler(avec(ligne, colonne, valeur)))).toEqual([code]);
  });

  test.each(["plaquette", "grand-poitiers"] as const)(
    "l'exemple « %s » est propre : aucun constat au-dessus de l'information",
    (cle) => {
      const controle = controlerLaFeuille(feuilleDuPlan(planExemple(cle)));
      expect(controle.constats).toEqual([]);
      expect(controle.verdict).toBe("à confirmer");
    }
  );

  test("Grand Poitiers : total après publié (542), légal entre 470 et 473", () => {
    const { totaux, communes } = controlerLaFeuille(feuilleDuPlan(planExemple("grand-poitiers")));
    expect(totaux.apres).toBe(542);
    expect(totaux.avantLegal).toBeGreaterThanOrEqual(470);
    expect(totaux.avantLegal).toBeLessThanOrEqual(473);
    expect(communes.map(({ tauxAvant }) => tauxAvant)).toEqual([
      1_000_000,
      500_000,
      ...Array<number>(8).fill(330_000),
    ]);
  });
});

test("tout constat se dit, avec son article, quelles que soient les cellules", () => {
  const valeur = fc.oneof(
    fc.integer({ min: -10, max: 600 }),
    fc.constantFrom<ValeurDeCellule>(null, "NC", 0.33, 0.5, 1, 4, 5, { erreur: "#N/A" })
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(valeur, { minLength: 7, maxLength: 7 }), { maxLength: 6 }),
      (lignes) => {
        const [controle] = controlerLecture(lireTableaux(feuilleDe([TITRES, ...lignes]))).controles;
        // Des cellules qui démentent leurs titres : ce n'est pas un tableau.
        if (!controle) return;
        for (const constat of controle.constats) {
          const phrase = phraserConstat(constat);
          for (const partie of Object.values(phrase)) {
            expect(partie).toMatch(/\S/);
            expect(partie).not.toMatch(/undefined|NaN|\[object/);
          }
        }
        const juste = controle.constats.some(({ gravite }) => gravite === "erreur");
        expect(controle.verdict === "non conforme").toBe(juste);
      }
    )
  );
});
