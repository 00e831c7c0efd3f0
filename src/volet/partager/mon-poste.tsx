import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { codeDErreur, type FormuleLue, type Poste } from "../../classeur";
import {
  ecrireCompte,
  enumerer,
  enUneLigne,
  phraserCellulesChangees,
  phraserEnsemble,
  phraserErreurExcel,
  phraserFonctions,
  typographier,
  type EtatDesFonctions,
} from "../../redaction";
import { useClasseur } from "../classeur";
import { MessageDErreur } from "../commun/message-d-erreur";
import { Section } from "../commun/mise-en-place";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { IconeDAspect } from "../controler/aspects";
import { Lieux } from "./lieux";
import { ParRaison } from "./par-raison";
import { aRanimer } from "./trier-formules";
import { useRemplacement } from "./use-remplacement";

interface Examen {
  poste: Poste;
  formules: readonly FormuleLue[];
  tropGrandes: readonly string[];
}

type Lecture =
  | { etape: "à faire" }
  | { etape: "en cours" }
  | { etape: "lue"; examen: Examen }
  | { etape: "échouée"; code: string | undefined };

const useStyles = makeStyles({
  icone: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "center" },
});

/** Ce que cet Excel sait faire, si les fonctions se calculent, et de quoi remettre en marche celles d'un classeur reçu. */
export default function MonPoste(): React.JSX.Element {
  const textes = useTextes();
  const classeur = useClasseur();
  const bouton = useRef<HTMLButtonElement>(null);
  const [lecture, setLecture] = useState<Lecture>({ etape: "à faire" });

  const examiner = async (): Promise<void> => {
    try {
      const [poste, lues] = [
        await classeur.verifierPoste(),
        await classeur.lireFormules("classeur"),
      ];
      setLecture({ etape: "lue", examen: { poste, ...lues } });
    } catch (erreur) {
      setLecture({ etape: "échouée", code: codeDErreur(erreur) });
    }
  };
  const verifier = (): void => {
    setLecture({ etape: "en cours" });
    void examiner();
  };

  return (
    <Section>
      <h2 className={textes.titre}>Mon poste</h2>
      <p className={textes.petiteExplication}>
        {typographier(
          "Une cellule montre #NOM? : vérifiez que les fonctions CMS répondent. Rien n'est écrit dans le classeur."
        )}
      </p>
      <Button ref={bouton} disabledFocusable={lecture.etape === "en cours"} onClick={verifier}>
        {lecture.etape === "en cours" ? "Vérification…" : "Vérifier mon poste"}
      </Button>
      {lecture.etape === "échouée" && <MessageDErreur {...phraserErreurExcel(lecture.code)} />}
      {lecture.etape === "lue" && (
        <Resultat
          examen={lecture.examen}
          reexaminer={examiner}
          rendreLeFocus={() => bouton.current?.focus()}
        />
      )}
    </Section>
  );
}

interface PropsDeResultat {
  examen: Examen;
  reexaminer: () => Promise<void>;
  rendreLeFocus: () => void;
}

function Resultat({ examen, reexaminer, rendreLeFocus }: PropsDeResultat): React.JSX.Element {
  const textes = useTextes();
  const { etat, ecrire } = useRemplacement(reexaminer);
  const { poste, formules, tropGrandes } = examen;
  const { remplacements, laissees } = aRanimer(formules);
  const nombre = remplacements.length;
  const fonctions = etatDe(formules.length, nombre, laissees.length);

  const ranimer = (): void => {
    rendreLeFocus();
    void ecrire(remplacements);
  };

  return (
    <>
      <Constats poste={poste} fonctions={fonctions} />
      <p role="status" className={textes.petit}>
        {etat.etape === "faite" &&
          `${ecrireCompte(etat.ecrites.length, "formule récrite", "formules récrites")}. `}
        {enUneLigne(phraserFonctions(fonctions))}
      </p>
      {tropGrandes.length > 0 && (
        <p className={textes.petiteExplication}>
          {typographier(
            `Trop grande pour être lue ici : ${enumerer(
              tropGrandes.map((feuille) => `« ${feuille} »`),
              "et"
            )}.`
          )}
        </p>
      )}
      {nombre > 0 && (
        <>
          <Lieux
            lieux={remplacements.map(({ feuille, adresse }) => ({
              genre: "cellule",
              feuille,
              adresse,
            }))}
          />
          <Button
            appearance="primary"
            disabledFocusable={etat.etape === "en cours"}
            onClick={ranimer}
          >
            {`Remettre ${ecrireCompte(nombre, "formule")} en marche`}
          </Button>
        </>
      )}
      <ParRaison
        formules={laissees.map(({ lieu, fonctions }) => ({
          lieu,
          message: typographier(
            `Le complément n'a pas de fonction CMS.${fonctions[0]} : corrigez son nom dans la cellule.`
          ),
        }))}
      />
      {etat.etape === "changées" && <MessageDErreur {...phraserCellulesChangees(etat.adresses)} />}
      {etat.etape === "échouée" && <MessageDErreur {...phraserErreurExcel(etat.code)} />}
    </>
  );
}

function etatDe(nombre: number, ranimables: number, perdues: number): EtatDesFonctions {
  if (nombre === 0) return { etat: "sans-cellule" };
  const mortes = ranimables + perdues;
  return mortes === 0
    ? { etat: "actives", nombre }
    : { etat: "mortes", nombre, mortes, ranimables };
}

interface PropsDesConstats {
  poste: Poste;
  fonctions: EtatDesFonctions;
}

/** Chaque chose vérifiée : une icône, son nom, son état ; ce qui manque est expliqué dessous. */
function Constats({ poste, fonctions }: PropsDesConstats): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { tableau } = useTableau();
  const { ensembles, calculAutomatique } = poste;
  const lignes = [
    {
      nom: "Fonctions CMS",
      bon: fonctions.etat !== "mortes",
      etat:
        fonctions.etat === "mortes"
          ? `${fonctions.mortes} sur ${fonctions.nombre} à l’arrêt`
          : ETATS[fonctions.etat],
      sans: "",
    },
    {
      nom: "Calcul",
      bon: calculAutomatique,
      etat: calculAutomatique ? "automatique" : "manuel",
      sans: "F9 recalcule ; ou onglet Formules, Options de calcul, Automatique.",
    },
    ...ensembles.map(({ nom, version, present }) => {
      const { sertA, sans } = phraserEnsemble(nom, version);
      return {
        nom: `${sertA} (${nom} ${version})`,
        bon: present,
        etat: present ? "oui" : "non",
        sans,
      };
    }),
  ];
  return (
    <table className={tableau}>
      <tbody>
        {lignes.map(({ nom, bon, etat, sans }) => (
          <tr key={nom}>
            <th scope="row">
              <span className={styles.icone}>
                <IconeDAspect aspect={bon ? "conforme" : "avertissement"} taille={16} />
                {nom}
              </span>
              {!bon && sans && (
                <span className={textes.petiteExplication}>{typographier(sans)}</span>
              )}
            </th>
            <td data-nombre>{etat}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ETATS = { actives: "actives", "sans-cellule": "aucune cellule" } as const;
