import { estFormule } from "../../src/feuilles";
import { planPreambule } from "../../src/feuilles/preambule";
import { lireTableaux } from "../../src/tableau";
import { feuilleDuPlan } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { TYPES, attendusDe, enFrancais, lignesDuContrat, planSource } from "./contrats";
import { SOURCE, lignesDetaillees, matiereDe, matiereDetaillee } from "./matieres";
import { ligneDe, recalculer, saisir } from "./saisies";

const textesDe = (plan: ReturnType<typeof planPreambule>): string =>
  [...attendusDe(plan).values()].filter((valeur) => typeof valeur === "string").join("\n");

test("une commune : sa phrase reprend le taux, le taux à atteindre et les manquants du tableau", () => {
  const textes = textesDe(planPreambule(matiereDetaillee(1), "Préambule"));
  expect(textes).toContain("La commune (L'Haÿ-d'en-Haut) relève");
  expect(textes).toMatch(
    /représentent 15\u00a0% des résidences .* à atteindre de 20\u00a0%\u00a0: il en manque 200 au 1er janvier 2025\./
  );
});

test("un taux que le tableau ne dit pas reste un blanc", () => {
  const textes = textesDe(planPreambule(matiereDe("mutualisant", 1), "Préambule"));
  expect(textes).toContain("représentent [à préciser]\u00a0% des résidences");
  expect(textes).toContain("il en manque 101");
});

test("un blanc dans la phrase n'y fige pas les nombres connus", () => {
  const { blocs } = planPreambule(matiereDe("mutualisant", 1), "Préambule");
  const phrase = blocs.flatMap(({ contenus }) => contenus.flat()).find(estFormule);
  expect(phrase?.valeurs[0]?.[0]).toMatch(/\[à préciser\].*il en manque 101/);
});

test.each([3, 40, 300])("%i communes : le total, puis une ligne chacune", (nombre) => {
  const plan = planPreambule(matiereDetaillee(nombre), "Préambule");
  const cellules = attendusDe(plan);
  const titres = ligneDe(plan, "A", "Commune");
  const deficits = Array.from({ length: nombre }, (_, i) => cellules.get(`E${titres + 1 + i}`));
  const total = deficits.reduce<number>((somme, deficit) => somme + Number(deficit), 0);
  expect(textesDe(plan)).toContain(`Il leur manque en tout ${total} logements sociaux`);
  expect(cellules.get(`C${titres + 1}`)).toBe(0.15);
  expect(cellules.get(`D${titres + nombre}`)).toBe(0.2);
});

test("l'avis de la commission nationale SRU n'est que dans une mutualisation", () => {
  const avec = TYPES.filter((type) =>
    textesDe(planPreambule(matiereDe(type, 3), "Préambule")).includes("commission nationale SRU")
  );
  expect(avec).toEqual(["mutualisant"]);
});

test.each(TYPES)(
  "%s : le contrôle ne prend pas le préambule pour un tableau de contrat",
  (type) => {
    const plan = planPreambule(matiereDe(type, 12, { forme: "valeurs" }), "Préambule");
    expect(lireTableaux(feuilleDuPlan(plan)).tableaux).toEqual([]);
  }
);

testAvecLibreOffice(
  "l'année d'entrée, l'avis et les nombres du tableau source se retrouvent dans les phrases",
  async () => {
    const seule = planPreambule(matiereDetaillee(1), "Préambule");
    const annee = ligneDe(seule, "A", /^Soumise/);
    const mutualise = planPreambule(matiereDe("mutualisant", 3), "Préambule");
    const avis = ligneDe(mutualise, "A", /^Avis/);
    const plans = [
      saisir(seule, `D${annee}`, [[2002]]),
      saisir(mutualise, `D${avis}`, [[46204], ["favorable"]]),
    ];
    // La source a changé depuis que le plan est écrit.
    const [uneCommune] = await recalculer(
      [plans[0] ?? seule],
      [planSource(SOURCE, lignesDetaillees(1, 40))]
    );
    const [plusieurs] = await recalculer(
      [plans[1] ?? mutualise],
      [planSource(SOURCE, lignesDuContrat("mutualisant", 3, 60))]
    );
    expect(enFrancais(uneCommune?.(`A${annee - 1}`))).toMatch(
      /relève .* depuis 2002\. .* représentent 16\u00a0% .* il en manque 160 /
    );
    expect(plusieurs?.(`A${avis - 1}`)).toMatch(
      /a rendu .* le 01\/07\/2026\u00a0: avis favorable\./
    );
    expect(plusieurs?.("A3")).toContain(`en tout ${3 * 60 + 101 + 138 + 175} logements sociaux`);
  },
  DELAI_LIBREOFFICE_MS
);
