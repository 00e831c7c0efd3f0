import { enMillioniemes, partSuperieure } from "../regles";
import type { Attribution, Pretendante } from "./attribuer-colonnes";
import type { Grille } from "./grille";
import type { Rubrique } from "./rubriques";
import { lireNombreDe } from "./valeurs";

/**
 * Range « Objectif » et « Taux », qui ne disent pas s'ils sont d'avant ou d'après le contrat : de gauche à droite s'il y en a deux ; à la place
 * restée libre s'il n'y en a qu'un. Seul de son espèce, un objectif est celui du contrat, et un taux suit l'objectif qu'il explique.
 */
export function departager(
  grille: Grille,
  debut: number,
  fin: number,
  pretendantes: readonly Pretendante[],
  attribution: Attribution
): void {
  const { rangs } = attribution;
  const libres = (avant: Rubrique): number[] => {
    const pris = new Set(rangs.values());
    const sansCote = pretendantes.filter((p) => !p.cote && p.rubrique === avant && !pris.has(p.j));
    const force = Math.max(0, ...sansCote.map((p) => p.force));
    return sansCote
      .filter((p) => p.force > force - 0.2)
      .map(({ j }) => j)
      .sort((a, b) => a - b);
  };
  ranger(libres("objectifAvant"), "objectifAvant", "objectifApres", "objectifApres", attribution);
  const taux = libres("tauxAvant").filter((j) =>
    estUnTauxDeRattrapage(grille, debut, fin, j, pretendantes, rangs)
  );
  const seul =
    taux.length === 1 ? coteDuTaux(grille, debut, fin, taux[0] ?? 0, rangs) : "tauxAvant";
  ranger(taux, "tauxAvant", "tauxApres", seul, attribution);
}

/** « % » ou « Taux » tout court peut être n'importe quel taux : celui-là doit expliquer un objectif. */
function estUnTauxDeRattrapage(
  grille: Grille,
  debut: number,
  fin: number,
  j: number,
  pretendantes: readonly Pretendante[],
  rangs: ReadonlyMap<Rubrique, number>
): boolean {
  if (pretendantes.some((p) => p.j === j && p.force >= 0.5)) return true;
  const deficit = rangs.get("deficit");
  if (deficit === undefined) return true;
  return (["objectifAvant", "objectifApres"] as const).some((objectif) => {
    const rang = rangs.get(objectif);
    return rang !== undefined && compterAccords(grille, debut, fin, deficit, j, rang) > 0;
  });
}

function ranger(
  colonnes: readonly number[],
  avant: Rubrique,
  apres: Rubrique,
  seule: Rubrique,
  { rangs, confiances }: Attribution
): void {
  const places = [avant, apres].filter((rubrique) => !rangs.has(rubrique));
  const [premiere, seconde] = colonnes;
  if (premiere === undefined || places.length === 0) return;
  if (places.length === 2 && seconde !== undefined) {
    rangs.set(avant, premiere);
    rangs.set(apres, seconde);
    for (const rubrique of places) confiances.set(rubrique, "probable");
    return;
  }
  const place = places.length === 2 ? seule : places[0];
  if (!place) return;
  rangs.set(place, premiere);
  confiances.set(place, "probable");
}

/** Le côté dont l'objectif est le produit de ce taux ; à défaut, celui de l'objectif le plus proche à droite. */
function coteDuTaux(
  grille: Grille,
  debut: number,
  fin: number,
  taux: number,
  rangs: ReadonlyMap<Rubrique, number>
): Rubrique {
  const avant = rangs.get("objectifAvant");
  const apres = rangs.get("objectifApres");
  const deficit = rangs.get("deficit");
  const accords = (objectif: number | undefined): number =>
    objectif === undefined || deficit === undefined
      ? 0
      : compterAccords(grille, debut, fin, deficit, taux, objectif);
  const difference = accords(apres) - accords(avant);
  if (difference !== 0) return difference > 0 ? "tauxApres" : "tauxAvant";
  if (avant === undefined || apres === undefined) return "tauxAvant";
  return taux > avant && taux < apres ? "tauxApres" : "tauxAvant";
}

function compterAccords(
  grille: Grille,
  debut: number,
  fin: number,
  deficit: number,
  taux: number,
  objectif: number
): number {
  let accords = 0;
  for (let i = debut; i <= fin; i++) {
    const d = lireNombreDe(grille.cellule(i, deficit), "effectif");
    const t = lireNombreDe(grille.cellule(i, taux), "taux");
    const o = lireNombreDe(grille.cellule(i, objectif), "effectif");
    if (d.etat !== "nombre" || t.etat !== "nombre" || o.etat !== "nombre") continue;
    if (d.nombre <= 0 || d.nombre > 1_000_000 || t.nombre < 0 || t.nombre > 1000) continue;
    const fraction = t.nombre > 2 && t.marque !== "fraction" ? t.nombre / 100 : t.nombre;
    const exact = partSuperieure(Math.floor(d.nombre), enMillioniemes(fraction)) === o.nombre;
    if (exact || Math.abs(o.nombre / d.nombre - fraction) < 0.006) accords += 1;
  }
  return accords;
}

/** Le taux légal le plus haut, en points : aucun écart ne le dépasse. */
const ECART_MAXIMUM = 25;

/** « Écart » qui n'est, partout, que la différence des deux objectifs n'est pas l'écart au taux légal. */
export function oublierLaDifference(
  grille: Grille,
  debut: number,
  fin: number,
  { rangs, confiances }: Attribution
): void {
  const [ecart, avant, apres] = (["ecart", "objectifAvant", "objectifApres"] as const).map((r) =>
    rangs.get(r)
  );
  if (ecart === undefined || avant === undefined || apres === undefined) return;
  if (confiances.get("ecart") === "donnee") return;
  let differences = 0;
  let possibles = 0;
  for (let i = debut; i <= fin; i++) {
    const [e, a, b] = [ecart, avant, apres].map((j) =>
      lireNombreDe(grille.cellule(i, j), "effectif")
    );
    if (e?.etat !== "nombre" || a?.etat !== "nombre" || b?.etat !== "nombre") continue;
    if (Math.abs(e.nombre) !== Math.abs(b.nombre - a.nombre)) return;
    if (e.nombre !== 0) differences += 1;
    if (e.nombre > 0 && e.nombre <= ECART_MAXIMUM) possibles += 1;
  }
  // Sur une seule commune, ce peut être une coïncidence.
  if (differences > 1 || differences > possibles) rangs.delete("ecart");
}
