import {
  Button,
  Radio,
  RadioGroup,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useId, useRef } from "react";
import { contexteDe, repondre } from "../../contrat";
import type { ContexteDeControle } from "../../controle";
import { ecrireArticle } from "../../redaction";
import { useTextes } from "../commun/textes";
import { IconeDAspect } from "./aspects";
import type { TableauControle } from "./controler-feuille";
import { NoteDuContrat } from "./note-du-contrat";
import { questionsDe, type Question } from "./questions";
import type { ControleDeLaFeuille } from "./use-controle";

const useStyles = makeStyles({
  liste: { margin: 0, padding: 0, listStyleType: "none" },
  condition: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  question: { flexGrow: 1, minWidth: 0 },
  // L'article à gauche et les réponses à droite si elles tiennent, sinon dessous.
  reponse: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  choix: { flexWrap: "wrap", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  effacer: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalXS}` },
});

interface Props {
  resultat: TableauControle;
  etat: ControleDeLaFeuille;
}

/** « Conditions, 2 sur 5 confirmées » ; `null` s'il n'y a rien à demander. */
export function titreDesConditions({ controle, contrat }: TableauControle): string | null {
  const questions = questionsDe(controle, contexteDe(contrat, controle.epci));
  if (questions.length === 0) return null;
  const confirmees = questions.filter(
    ({ repondu }) => repondu && repondu.aspect !== "danger"
  ).length;
  return `Conditions, ${confirmees} sur ${questions.length} ${confirmees > 1 ? "confirmées" : "confirmée"}`;
}

/** Ce que la loi demande et que le tableau ne dit pas : l'agent répond, EPCI par EPCI. */
export function Conditions({ resultat, etat }: Props): React.JSX.Element {
  const styles = useStyles();
  const { controle, contrat } = resultat;
  const repondreA = (reponses: Partial<ContexteDeControle>): void => {
    void etat.modifier((connu) => repondre(connu, controle.epci, reponses));
  };
  return (
    <>
      <NoteDuContrat resultat={resultat} etat={etat.contrat} />
      <ul className={styles.liste}>
        {questionsDe(controle, contexteDe(contrat, controle.epci)).map((question) => (
          <UneCondition key={question.cle} question={question} repondre={repondreA} />
        ))}
      </ul>
    </>
  );
}

interface PropsDeCondition {
  question: Question;
  repondre: (reponses: Partial<ContexteDeControle>) => void;
}

function UneCondition({ question, repondre }: PropsDeCondition): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const enonce = useId();
  const choix = useRef<HTMLDivElement>(null);
  const { cle, repondu } = question;
  const effacer = (): void => {
    // Le bouton disparaît avec la réponse : le focus revient aux choix.
    choix.current?.querySelector("input")?.focus();
    repondre(question.effacement);
  };
  return (
    <li className={styles.condition} data-condition={cle}>
      <IconeDAspect aspect={repondu?.aspect ?? "question"} taille={20} />
      <div className={styles.question}>
        <p id={enonce} className={textes.corps}>
          {question.enonce}
        </p>
        <div className={styles.reponse}>
          <span className={textes.legende}>
            {repondu ? "" : "Sans réponse, "}
            {ecrireArticle(question.article)}
            {repondu && (
              <Button
                className={mergeClasses(styles.effacer, textes.petit)}
                appearance="transparent"
                size="small"
                aria-describedby={enonce}
                onClick={effacer}
              >
                Effacer
              </Button>
            )}
          </span>
          <RadioGroup
            ref={choix}
            className={styles.choix}
            layout="horizontal"
            aria-labelledby={enonce}
            value={repondu?.nom ?? ""}
            onChange={(_, { value }) => {
              const choisi = question.choix.find(({ nom }) => nom === value);
              if (choisi) repondre(choisi.reponses);
            }}
          >
            {question.choix.map(({ nom }) => (
              <Radio key={nom} value={nom} label={nom} />
            ))}
          </RadioGroup>
        </div>
      </div>
    </li>
  );
}
