import { planParties } from "../../src/feuilles/parties";
import { DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { attendusDe, lignesDuContrat, planSource } from "./contrats";
import { SOURCE, matiereDe } from "./matieres";
import { ligneDe, recalculer, saisir } from "./saisies";

const OBLIGATOIRES = ["Commune", "EPCI à fiscalité propre", "État"];

test.each([1, 40, 300])(
  "%i commune(s) : une ligne chacune, puis les autres signataires",
  (nombre) => {
    const cellules = attendusDe(planParties(matiereDe("abaissant", nombre), "Parties"));
    const colonne = (lettre: string) =>
      [...cellules].filter(([adresse]) => adresse.replace(/\d+/, "") === lettre);
    const parties = colonne("A").map(([, valeur]) => valeur);
    expect(parties.filter((partie) => partie === "Commune")).toHaveLength(nombre);
    expect(parties.slice(-6)).toEqual([
      "EPCI à fiscalité propre",
      "EPT",
      "État",
      "Délégataire des aides à la pierre",
      "Autre signataire",
      "Autre signataire",
    ]);
    for (const [adresse, partie] of colonne("A")) {
      if (!OBLIGATOIRES.includes(String(partie))) continue;
      expect(cellules.get(adresse.replace("A", "G"))).toBe("Obligatoire");
    }
  }
);

test("à Paris, la ville signe, et non ses arrondissements", () => {
  const plan = planParties(matiereDe("arrondissements", 20), "Parties");
  const cellules = attendusDe(plan);
  const ligne = ligneDe(plan, "A", "Commune");
  expect(cellules.get(`B${ligne}`)).toBe("Paris");
  expect(cellules.get(`A${ligne + 1}`)).toBe("EPCI à fiscalité propre");
});

test("à l'échelle d'un EPT, il signe avec la métropole du Grand Paris", () => {
  const matiere = matiereDe("abaissant", 3);
  const controle = { ...matiere.controle, epci: "EPT Est Ensemble" };
  const plan = planParties({ ...matiere, controle }, "Parties");
  const cellules = attendusDe(plan);
  const ligne = ligneDe(plan, "A", "EPCI à fiscalité propre");
  expect([cellules.get(`B${ligne}`), cellules.get(`B${ligne + 1}`)]).toEqual([
    "Métropole du Grand Paris",
    "EPT Est Ensemble",
  ]);
  expect(cellules.get(`G${ligne + 1}`)).toBe("Obligatoire");
});

test("une date de délibération est attendue sur chaque ligne, autour de la période", () => {
  const plan = planParties(matiereDe("mutualisant", 3), "Parties");
  const ligne = ligneDe(plan, "A", "Commune");
  expect(plan.validations).toEqual([
    expect.objectContaining({
      plage: `F${ligne}:F${ligne + 8}`,
      regle: { date: { min: "2025-01-01", max: "2028-12-31" } },
    }),
  ]);
});

testAvecLibreOffice(
  "les délibérations datées se comptent, celles des communes et de l'EPCI seulement ; les noms restent du texte",
  async () => {
    const vide = planParties(matiereDe("mutualisant", 3), "Parties");
    const ligne = ligneDe(vide, "A", "Commune");
    const rempli = saisir(vide, `F${ligne}`, [[46200], [null], [46210], [46220], [46230]]);
    const source = planSource(SOURCE, lignesDuContrat("mutualisant", 3));
    const [avant, apres] = await recalculer([vide, rempli], [source]);
    expect(avant?.(`A${ligne - 2}`)).toMatch(/datées\u00a0: 0 sur 4\.$/);
    expect(apres?.(`A${ligne - 2}`)).toMatch(/datées\u00a0: 3 sur 4\.$/);
    expect(apres?.(`B${ligne + 2}`)).toBe('=HYPERLINK("http://exemple";"clic")');
  },
  DELAI_LIBREOFFICE_MS
);
