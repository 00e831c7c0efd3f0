import type { Constat, RefusDeFiger, VersionSignee } from "../controle";
import { ecrireDate } from "./article";
import type { Message } from "./message";
import type { Phrases } from "./phrase-de-constat";
import { ecrireNombre, enumerer, typographier } from "./typographie";

type Signee = Pick<VersionSignee, "signeLe" | "avenant">;
type Codes = Extract<
  Constat["code"],
  | "commune-non-signee"
  | "commune-signee-absente"
  | "deficit-signe"
  | "objectif-signe"
  | "type-signe"
>;

/** « Signé le 30/06/2026 », « Avenant n° 1 du 15/02/2027 ». */
export function nommerVersion({ signeLe, avenant }: Signee): string {
  const date = ecrireDate(signeLe);
  return typographier(avenant === 0 ? `Signé le ${date}` : `Avenant n°\u00A0${avenant} du ${date}`);
}

/** L'état d'un contrat : « Projet », ou « Signé le 30/06/2026, inventaire au 1er janvier 2025 ». */
export function direEtat(version: VersionSignee | null): string {
  if (!version) return "Projet";
  const { inventaire } = version;
  const au = inventaire === null ? "" : `, inventaire au 1er janvier ${inventaire}`;
  return `${nommerVersion(version)}${au}`;
}

/** « contrat signé le 30/06/2026 », « avenant n° 1 du 15/02/2027 ». */
function contratDe(signee: Signee): string {
  const nom = nommerVersion(signee);
  const suite = nom.charAt(0).toLowerCase() + nom.slice(1);
  return signee.avenant === 0 ? `contrat ${suite}` : suite;
}

/** Le même, précédé de son article. */
function articuler(signee: Signee, devant: "le" | "du"): string {
  const elide = devant === "le" ? "l'" : "de l'";
  return signee.avenant === 0 ? `${devant} ${contratDe(signee)}` : `${elide}${contratDe(signee)}`;
}

const opposableSi = (opposable: boolean): string =>
  opposable ? "est opposable et ne change pas" : "ne change pas";

/** Une fois le contrat signé, ce que le tableau dit autrement que lui. */
export const PHRASES_DE_LA_SIGNATURE: Phrases<Codes> = {
  "objectif-signe": ({ lu, signe, opposable, ...signee }, commune) => [
    `${commune} : objectif signé ${ecrireNombre(signe)}, ${ecrireNombre(lu)} au tableau`,
    `L'objectif ${articuler(signee, "du")} (${ecrireNombre(signe)}) ${opposableSi(opposable)} ; le tableau porte ${ecrireNombre(lu)}.`,
    `Remettez ${ecrireNombre(signe)} au tableau, ou concluez un avenant.`,
  ],
  "deficit-signe": ({ signe, lu, objectif, inventaire, opposable }, commune, gravite) => {
    const nombres = `Manquants : ${ecrireNombre(signe)} à la signature, ${ecrireNombre(lu)} aujourd'hui.`;
    const objectifSigne = `L'objectif signé (${ecrireNombre(objectif)}) ${opposableSi(opposable)}.`;
    if (gravite === "information")
      return [
        inventaire === null
          ? `${commune} : manquants mis à jour`
          : `Inventaire ${inventaire} : ${commune}`,
        `${nombres} ${objectifSigne}`,
        "Rien à corriger.",
      ];
    return [
      `${commune} : manquants changés depuis la signature`,
      `${nombres} Le tableau cite pourtant le même inventaire (${inventaire}). ${objectifSigne}`,
      `Remettez ${ecrireNombre(signe)} ; si ce sont ceux d'un nouvel inventaire, écrivez son année dans le titre de la colonne.`,
    ];
  },
  "commune-signee-absente": ({ objectif, ...signee }, commune) => [
    `${commune} signée, absente du tableau`,
    `Son objectif (${ecrireNombre(objectif)}) est dans ${articuler(signee, "le")}.`,
    "Remettez-la au tableau, ou concluez un avenant.",
  ],
  "commune-non-signee": (signee, commune) => [
    `${commune} au tableau, non signée`,
    `Elle n'est pas dans ${articuler(signee, "le")} : son objectif ici n'engage pas encore.`,
    "Retirez-la du tableau, ou concluez un avenant.",
  ],
  "type-signe": ({ lu, signe, ...signee }) => [
    `Contrat signé : ${signe}`,
    `Le tableau se lit « ${lu} », et ${articuler(signee, "le")} est « ${signe} ».`,
    "Rétablissez le type de contrat au titre du tableau, ou concluez un avenant.",
  ],
};

const REFUS: {
  [C in RefusDeFiger["code"]]: (
    refus: Extract<RefusDeFiger, { code: C }>
  ) => readonly [string, string, string];
} = {
  "date-impossible": ({ recue, periode }) => [
    `Le contrat ne peut pas être signé le ${ecrireDate(recue)}.`,
    `Cette date n'existe pas, ou n'est pas celle d'une signature pour ${periode} : au plus tôt l'année d'avant la période, au plus tard sa dernière.`,
    "Vérifiez la date de signature.",
  ],
  "date-anterieure": ({ signeLe, precedente }) => [
    `Un avenant du ${ecrireDate(signeLe)} précéderait la version en vigueur.`,
    `Celle-ci est du ${ecrireDate(precedente)}.`,
    "Vérifiez la date de signature.",
  ],
  "rien-ne-change": ({ precedente }) => [
    "L'avenant ne changerait rien.",
    `Les communes, le type et les objectifs du tableau sont ceux de la version du ${ecrireDate(precedente)}.`,
    "Changez d'abord les objectifs au tableau ; un nouvel inventaire seul ne demande pas d'avenant.",
  ],
  "avenant-hors-suite": ({ avenant, attendu }) => [
    attendu === 0
      ? "Il n'y a pas encore de contrat signé pour cette période."
      : `La version à signer est l'avenant n°\u00A0${attendu}.`,
    avenant === 0
      ? "Le contrat est déjà signé : ce qui change ensuite fait l'objet d'un avenant."
      : `L'avenant n°\u00A0${avenant} n'est pas le suivant.`,
    "Contrôlez de nouveau le tableau : la feuille « CMS – Contrat » a pu changer.",
  ],
  "aucune-commune": () => [
    "Il n'y a rien à signer.",
    "Le tableau n'a aucune commune, ou toutes sont exemptées.",
    "Vérifiez le tableau.",
  ],
  "objectif-illisible": ({ communes }) => [
    "Le contrat ne peut pas être figé.",
    `L'objectif ne se lit pas pour ${citer(communes)} : ce qui est signé n'est pas deviné.`,
    "Corrigez d'abord ces objectifs au tableau.",
  ],
  "periode-hors-bareme": ({ affiche }) => [
    "Le contrat ne peut pas être figé.",
    `Le barème ne permet pas ce contrat pour la période « ${affiche} » du tableau.`,
    "Corrigez la période écrite au tableau.",
  ],
  "commune-en-double": ({ communes }) => [
    "Le contrat ne peut pas être figé.",
    `${citer(communes)} : deux lignes au tableau, et rien ne dit laquelle est signée.`,
    "Gardez une ligne par commune.",
  ],
};

/** Au-delà, des communes se comptent. */
const COMMUNES_CITEES = 4;

function citer(communes: readonly string[]): string {
  if (communes.length <= COMMUNES_CITEES) return enumerer(communes, "et");
  const citees = communes.slice(0, COMMUNES_CITEES - 1);
  return enumerer([...citees, `${communes.length - citees.length} autres communes`], "et");
}

/** Pourquoi une version ne se fige pas. */
export function phraserRefusDeFiger(refus: RefusDeFiger): Message {
  // Chaque code a la phrase de ses valeurs : TypeScript ne suit pas ce lien à travers une union.
  const phraser = REFUS[refus.code] as (refus: RefusDeFiger) => readonly [string, string, string];
  const [quoi, pourquoi, queFaire] = phraser(refus);
  return {
    quoi: typographier(quoi),
    pourquoi: typographier(pourquoi),
    queFaire: typographier(queFaire),
  };
}
