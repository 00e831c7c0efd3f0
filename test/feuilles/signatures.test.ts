import { planSignatures } from "../../src/feuilles/signatures";
import type { PlanDeFeuille } from "../../src/feuilles";
import { attendusDe } from "./contrats";
import { matiereDe } from "./matieres";

/** Hauteur de chaque ligne écrite, et la page où les sauts la mettent. */
function pagesDe(plan: PlanDeFeuille): Map<number, { hauteur: number; lignes: number[] }> {
  const pages = new Map<number, { hauteur: number; lignes: number[] }>();
  for (const { plage, hauteur } of plan.styles) {
    const ligne = Number(/\d+/.exec(plage)?.[0]);
    if (hauteur === undefined) continue;
    const page = plan.impression.sauts.filter((saut) => saut <= ligne).length;
    const connue = pages.get(page) ?? { hauteur: 0, lignes: [] };
    pages.set(page, { hauteur: connue.hauteur + hauteur, lignes: [...connue.lignes, ligne] });
  }
  return pages;
}

test.each([1, 10, 40, 300])("%i commune(s) : un bloc par signataire, aucun coupé", (nombre) => {
  const plan = planSignatures(matiereDe("abaissant", nombre), "Signatures");
  const valeurs = [...attendusDe(plan).values()];
  expect(valeurs.filter((valeur) => valeur === "Commune")).toHaveLength(nombre);
  for (const genre of ["EPCI à fiscalité propre", "EPT", "État"])
    expect(valeurs.filter((valeur) => valeur === genre)).toHaveLength(1);
  // Autant de signatures que de titres de bloc, et le dernier rang est plein.
  const signatures = [...attendusDe(plan)].filter(([, valeur]) => valeur === "Signature\u00a0:");
  expect(signatures.length % 3).toBe(0);
  expect(signatures.length).toBeGreaterThanOrEqual(nombre + 6);

  const lignesDeSignature = new Set(signatures.map(([adresse]) => Number(adresse.slice(1))));
  for (const [page, { hauteur, lignes }] of pagesDe(plan)) {
    expect(hauteur).toBeLessThan(495);
    const rangs = lignes.filter((ligne) => lignesDeSignature.has(ligne)).length;
    // Un rang de blocs : six lignes et un espace ; en tête, le titre, l'EPCI et la note.
    expect(lignes).toHaveLength(7 * rangs + (page === 0 ? 3 : 0));
  }
});

test("le bloc de l'EPT dit quand le supprimer", () => {
  const valeurs = [...attendusDe(planSignatures(matiereDe("mutualisant", 3), "S")).values()];
  expect(valeurs.join("\n")).toMatch(/hors de la métropole du Grand Paris, à supprimer/);
});

test("un nom très long agrandit les blocs au lieu d'être coupé", () => {
  const matiere = matiereDe("mutualisant", 12, { forme: "valeurs" });
  const [premiere, ...autres] = matiere.communes;
  if (!premiere) throw new Error("aucune commune");
  const longue = { ...premiere, nom: "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson ".repeat(6) };
  const communes = [longue, ...autres];
  const plan = planSignatures({ ...matiere, communes, suites: [{ rang: 0, communes }] }, "S");
  const normal = planSignatures(matiere, "S");
  const maximum = (p: PlanDeFeuille) => Math.max(...p.styles.map(({ hauteur }) => hauteur ?? 0));
  expect(maximum(plan)).toBeGreaterThan(maximum(normal));
  for (const { hauteur } of pagesDe(plan).values()) expect(hauteur).toBeLessThan(495);
});

test("à Paris, un seul maire signe", () => {
  const valeurs = [...attendusDe(planSignatures(matiereDe("arrondissements", 20), "S")).values()];
  expect(valeurs.filter((valeur) => valeur === "Maire")).toHaveLength(1);
});
