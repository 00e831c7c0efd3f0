import { Compresseur } from "../compresser";
import { verifierConteneur } from "../conteneur";
import { LIMITES, type Limites } from "../limites";
import { lireFiches, partieDuClasseur, pasUnXlsx } from "../lire";
import { enfant, enfants, parcourirXml } from "../xml";
import { Zip } from "../zip";
import { CopieDesCellules, type ReglesDeCopie } from "./copier-cellules";
import { CopieDesRegles } from "./copier-regles";
import { Journal } from "./journal";
import {
  neRienOuvrir,
  ouvrirAvecLeClasseur,
  type ReferenceDuComplement,
} from "./ouverture-automatique";
import { Paquet } from "./paquet";
import type { RapportDeCopie } from "./rapport";
import { demanderLeRecalcul, retirerChaineDeCalcul } from "./recalcul";
import { Retouches } from "./retouches";
import { retirerLesSignatures } from "./signatures";
import { Rythme, type Suivi } from "./suivi";

/** Pour qui est la copie. */
export type DemandeDeCopie =
  /** Pour tous : chaque formule du complément devient une formule ordinaire ; à défaut, sa valeur. */
  | { mode: "natif" }
  /**
   * Pour tous, et figée : toutes les formules deviennent leurs valeurs, pas seulement celles du complément. Des totaux restés vivants à côté
   * d'objectifs figés donneraient des nombres qui ne vont plus ensemble.
   */
  | { mode: "valeurs" }
  /** Pour un collègue qui a le complément : rien ne change, et le volet s'ouvre avec le classeur. */
  | { mode: "complement"; complement: ReferenceDuComplement };

export interface CopiePreparee {
  rapport: RapportDeCopie;
  /** Les octets de la copie. @throws FichierIllisible si une partie inchangée ne peut être recopiée. */
  ecrire: () => Uint8Array;
}

/**
 * Prépare une copie partageable d'un .xlsx : son rapport sert d'aperçu, `ecrire` en donne les octets. L'original n'est pas touché. Toute
 * partie que la copie ne change pas y garde ses octets. Là où une formule n'a pas de résultat enregistré (nom, mise en forme, validation,
 * colonne de tableau), elle est convertie en formule ordinaire dans la copie « valeurs » aussi.
 * @throws FichierIllisible comme `lireXlsx` ; la raison de `suivi.signal` s'il demande l'arrêt.
 */
export async function preparerCopie(
  octets: Uint8Array,
  demande: DemandeDeCopie,
  suivi: Suivi = {}
): Promise<CopiePreparee> {
  const rythme = new Rythme(suivi);
  await rythme.souffler(0);
  if (demande.mode === "complement") {
    const paquet = ouvrir(octets, LIMITES);
    classeurDe(paquet);
    ouvrirAvecLeClasseur(paquet, demande.complement);
    return preparee(paquet, { changements: [], restes: [] });
  }
  const figerTout = demande.mode === "valeurs";
  const premiere = await copier(octets, { figerTout, oublierLesResultats: false }, rythme);
  const { resultatsFaux, plagesFigees } = premiere.journal;
  const oublierLesResultats = resultatsFaux && !figerTout;
  const { journal, paquet } =
    oublierLesResultats || plagesFigees.citees
      ? await copier(octets, { figerTout, oublierLesResultats, plagesFigees }, rythme)
      : premiere;
  await rythme.souffler(1);
  return preparee(paquet, journal);
}

function preparee(
  paquet: Paquet,
  { changements, restes }: Omit<RapportDeCopie, "signatureRetiree">
): CopiePreparee {
  const signatureRetiree = paquet.change && retirerLesSignatures(paquet);
  return {
    rapport: { changements, restes, signatureRetiree },
    ecrire: () => paquet.recomposer(),
  };
}

function ouvrir(octets: Uint8Array, limites: Limites): Paquet {
  verifierConteneur(octets, limites);
  return new Paquet(new Zip(octets, limites), limites);
}

function classeurDe(paquet: Paquet): string {
  const classeur = partieDuClasseur(paquet.archive, (partie) => paquet.lire(partie));
  if (paquet.lire(classeur).nom !== "workbook") throw pasUnXlsx("autre");
  return classeur;
}

async function copier(
  octets: Uint8Array,
  regles: ReglesDeCopie,
  rythme: Rythme
): Promise<{ journal: Journal; paquet: Paquet }> {
  const paquet = ouvrir(octets, LIMITES);
  const classeur = classeurDe(paquet);
  const journal = new Journal();

  paquet.retoucher(classeur, (racine, retouches) => {
    const noms = enfants(enfant(racine, "sheets"), "sheet").map(({ attributs }) => attributs.name);
    new CopieDesRegles(retouches, journal, regles.plagesFigees).copierNoms(
      racine,
      noms.map((nom = "") => nom)
    );
  });

  const fiches = lireFiches(paquet.lire(classeur), paquet.relations(classeur));
  for (const [rang, { nom, partie }] of fiches.entries()) {
    await copierFeuille(paquet, partie, nom, regles, journal, (part) =>
      rythme.doitSouffler ? rythme.souffler((rang + part) / fiches.length) : undefined
    );
    for (const { genre, cible } of paquet.relations(partie)) {
      if (genre !== "table") continue;
      paquet.retoucher(cible, (racine, retouches) =>
        new CopieDesRegles(retouches, journal, regles.plagesFigees).copierTableau(racine)
      );
    }
  }

  neRienOuvrir(paquet);
  if (journal.cellulesChangees) retirerChaineDeCalcul(paquet, classeur);
  if (journal.formulesEcrites) demanderLeRecalcul(paquet, classeur);
  return { journal, paquet };
}

/** Ce qu'aucune feuille sans appel du complément ni plage étalée ne contient, à moins d'être écrite pour tromper. */
const PEUT_APPELER = /cms|anchorarray|&#|<!\[CDATA\[/i;

/** Au-delà, ce qui est prêt d'une feuille se compresse sans attendre : la mémoire ne suit pas le nombre de formules. */
const RETOUCHES_GARDEES = 5000;

async function copierFeuille(
  paquet: Paquet,
  partie: string,
  feuille: string,
  regles: ReglesDeCopie,
  journal: Journal,
  souffler: (part: number) => Promise<void> | undefined
): Promise<void> {
  const xml = await paquet.archive.texteEnFlux(partie);
  // Un nom converti peut avoir laissé « #NAME? » dans des cellules qui ne nomment pas le complément.
  if (journal.formulesEcrites && xml.includes("#NAME?")) journal.resultatsFaux = true;
  const { figerTout, oublierLesResultats } = regles;
  if (!figerTout && !oublierLesResultats && !PEUT_APPELER.test(xml)) return;

  const retouches = new Retouches(xml, partie);
  const compresseur = new Compresseur();
  const cellules = new CopieDesCellules(xml, partie, feuille, regles, retouches, journal);
  const parcours = parcourirXml(xml, partie, paquet.limites.elements, "row");
  const racine = await derouler(parcours, (ligne) => {
    cellules.copierLigne(ligne);
    return retouches.nombre >= RETOUCHES_GARDEES && !cellules.attend
      ? compresseur.ajouter(retouches.morceaux(ligne.fin))
      : souffler(ligne.fin / xml.length);
  });
  cellules.terminer();
  new CopieDesRegles(retouches, journal, regles.plagesFigees).copierFeuille(racine, feuille);
  if (retouches.nombre === 0 && !compresseur.entame) return;
  await compresseur.ajouter(retouches.morceaux());
  paquet.ecrire(partie, await compresseur.terminer());
}

/** Mène un travail par étapes à son terme, en laissant la page travailler entre deux. */
async function derouler<Etape, Resultat>(
  etapes: Generator<Etape, Resultat>,
  apresChacune: (etape: Etape) => Promise<void> | undefined
): Promise<Resultat> {
  for (;;) {
    const { done, value } = etapes.next();
    if (done) return value;
    const pause = apresChacune(value);
    if (pause) await pause;
  }
}
