import type { ObjectifSigne, VersionSignee } from "../../src/controle";

/** Une commune signée : son nom et son objectif, le reste inconnu s'il n'est pas dit. */
export type CommuneSignee = Pick<ObjectifSigne, "nom" | "objectif"> & Partial<ObjectifSigne>;

/** Le contrat mutualisant de ces communes, tel que signé ; `change` : ce qui en diffère. */
export function versionSignee(
  communes: readonly CommuneSignee[],
  change: Partial<VersionSignee> = {}
): VersionSignee {
  const vides = { insee: null, deficit: null, objectifLegal: null, plai: null, pls: null };
  return {
    epci: null,
    avenant: 0,
    signeLe: "2026-06-30",
    inventaire: 2025,
    periode: "2026-2028",
    type: "mutualisant",
    communes: communes.map((commune) => ({ ...vides, ...commune })),
    ...change,
  };
}
