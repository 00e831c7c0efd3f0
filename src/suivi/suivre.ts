import { BAREMES, combienDePlaiAuMoins, sommer, type Bareme, type Periode } from "../regles";
import type { Effectif } from "./colonnes";
import type { Alerte } from "./alerte";
import { alerter, type ManquantsDAujourdhui } from "./alerter";
import type { Article3Lu } from "./lire-operations";
import type { ObjectifDeCommune, Objectifs } from "./objectifs";
import { repartir, type OperationSituee } from "./repartir";

export interface Demande {
  objectifs: Objectifs;
  /** `null` : le classeur n'a pas encore d'article 3. */
  article3: Article3Lu | null;
  /** Le jour du suivi, « 2027-07-01 » ; absent : on ne sait pas si la mi-parcours est passée. */
  jour?: string;
  /** Les manquants d'un inventaire plus récent que celui de la signature. */
  inventaire?: readonly ManquantsDAujourdhui[];
}

/** Des logements sociaux, financés ou prévus dans la période. */
interface Compte {
  finances: number;
  prevus: number;
}

/** Où en est une commune, ou tout le contrat, en logements sociaux. `null` : la part n'est pas connue. */
export interface Avancement extends Compte {
  /** Retenu, ou signé. */
  objectif: number;
  aTrouver: number;
  plai: Compte & { minimum: number | null; aTrouver: number | null };
  /** `possibles` : ce que le maximum laisse encore ; `enTrop` : ce qui le dépasse. */
  pls: Compte & { maximum: number | null; possibles: number | null; enTrop: number | null };
  /** PSLA et BRS, comptés à part : ni le guide ni la loi lue ne disent s'ils entrent dans les « PLS et assimilés ». */
  accession: Compte;
  /** Les années de la période. */
  annees: (Compte & { annee: number })[];
}

export interface AvancementDeCommune extends Avancement {
  nom: string;
  insee: string | null;
}

export interface Suivi {
  periode: Periode;
  /** Dernière année de la période. */
  fin: number;
  /** Dans l'ordre des objectifs. */
  communes: AvancementDeCommune[];
  /** La somme des communes : ce qu'une commune fait de trop n'ôte rien à ce qu'une autre doit trouver. */
  total: Avancement;
  /** Erreurs, avertissements, puis informations. */
  alertes: Alerte[];
}

/**
 * Rapporte les opérations de l'article 3 aux objectifs du contrat. Comptent celles de la liste principale, financées dans la période (année de
 * financement), ou prévues (sans année de financement, année prévisionnelle dans la période), et que rien ne dit abandonnées. Sources : guide, article 3 de la trame ; L. 302-8, III.
 */
export function suivre(demande: Demande): Suivi {
  const { objectifs, article3 } = demande;
  const bareme = BAREMES[objectifs.periode];
  const situees = repartir(objectifs, article3);
  const deLaPeriode = situees.filter(({ operation }) => operation.liste === "principale");
  const communes = objectifs.communes.map((commune) => ({
    nom: commune.nom,
    insee: commune.insee,
    ...avancer(
      commune,
      deLaPeriode.filter((situee) => situee.commune === commune),
      bareme
    ),
  }));
  const total =
    objectifs.type === "arrondissements"
      ? avancer(objectifDeLaVille(objectifs), deLaPeriode.filter(aUneCommune), bareme)
      : totaliser(communes, bareme);
  const alertes = alerter({ demande, bareme, situees, communes });
  return { periode: objectifs.periode, fin: bareme.fin, communes, total, alertes };
}

/** Les arrondissements ne font que répartir l'objectif de la ville, seul opposable (guide). */
export function objectifDeLaVille({
  communes,
}: Objectifs): Pick<ObjectifDeCommune, "objectif" | "plai" | "pls"> {
  const objectif = sommer(communes.map((commune) => commune.objectif));
  const plai = combienDePlaiAuMoins(objectif);
  return { objectif, plai: plai.ok ? plai.valeur : null, pls: null };
}

export function aUneCommune({ commune }: OperationSituee): boolean {
  return commune !== null;
}

function avancer(
  { objectif, plai: minimum, pls: maximum }: Pick<ObjectifDeCommune, "objectif" | "plai" | "pls">,
  situees: readonly OperationSituee[],
  bareme: Bareme
): Avancement {
  const sociaux = compter(situees, "sociaux");
  const plai = compter(situees, "plai");
  const pls = compter(situees, "pls");
  const marge = maximum === null ? null : maximum - pls.finances - pls.prevus;
  return {
    objectif,
    ...sociaux,
    aTrouver: Math.max(0, objectif - sociaux.finances - sociaux.prevus),
    plai: {
      ...plai,
      minimum,
      aTrouver: minimum === null ? null : Math.max(0, minimum - plai.finances - plai.prevus),
    },
    pls: {
      ...pls,
      maximum,
      possibles: marge === null ? null : Math.max(0, marge),
      enTrop: marge === null ? null : Math.max(0, -marge),
    },
    accession: compter(situees, "accession"),
    annees: anneesDe(bareme).map((annee) => ({
      annee,
      ...compter(
        situees.filter(
          ({ operation, situation }) =>
            (situation === "financee" ? operation.anneeFinancement : operation.anneePrevue) ===
            annee
        ),
        "sociaux"
      ),
    })),
  };
}

export function anneesDe({ debut, fin }: Bareme): number[] {
  return Array.from({ length: fin - debut + 1 }, (_, rang) => debut + rang);
}

/** Les logements d'une colonne, financés et prévus ; une cellule vide ou illisible n'en compte aucun. */
function compter(situees: readonly OperationSituee[], colonne: Effectif): Compte {
  const somme = (voulue: OperationSituee["situation"]): number =>
    sommer(
      situees
        .filter(({ situation }) => situation === voulue)
        .map(({ operation }) => operation[colonne] ?? 0)
    );
  return { finances: somme("financee"), prevus: somme("prevue") };
}

function totaliser(communes: readonly Avancement[], bareme: Bareme): Avancement {
  const somme = (nombre: (commune: Avancement) => number): number => sommer(communes.map(nombre));
  // Une part inconnue dans une commune l'est pour le contrat.
  const sommeConnue = (nombre: (commune: Avancement) => number | null): number | null =>
    communes.reduce<number | null>((total, commune) => {
      const ajout = nombre(commune);
      return total === null || ajout === null ? null : total + ajout;
    }, 0);
  const comptes = (compte: (commune: Avancement) => Compte): Compte => ({
    finances: somme((commune) => compte(commune).finances),
    prevus: somme((commune) => compte(commune).prevus),
  });
  return {
    objectif: somme(({ objectif }) => objectif),
    ...comptes((commune) => commune),
    aTrouver: somme(({ aTrouver }) => aTrouver),
    plai: {
      ...comptes(({ plai }) => plai),
      minimum: sommeConnue(({ plai }) => plai.minimum),
      aTrouver: sommeConnue(({ plai }) => plai.aTrouver),
    },
    pls: {
      ...comptes(({ pls }) => pls),
      maximum: sommeConnue(({ pls }) => pls.maximum),
      possibles: sommeConnue(({ pls }) => pls.possibles),
      enTrop: sommeConnue(({ pls }) => pls.enTrop),
    },
    accession: comptes(({ accession }) => accession),
    annees: anneesDe(bareme).map((annee, rang) => ({
      annee,
      ...comptes(({ annees }) => annees[rang] ?? { finances: 0, prevus: 0 }),
    })),
  };
}
