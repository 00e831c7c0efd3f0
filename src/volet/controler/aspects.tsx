import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { Gravite, Verdict } from "../../controle";

/** Comment une chose se présente : sa couleur est toujours doublée d'une icône et d'un mot. */
export type Aspect = "danger" | "avertissement" | "conforme" | "question" | "neutre";

export const ASPECT_DU_VERDICT: Readonly<Record<Verdict, Aspect>> = {
  "non conforme": "danger",
  "avertissements seulement": "avertissement",
  "à confirmer": "question",
  conforme: "conforme",
};

export const ASPECT_DE_LA_GRAVITE: Readonly<Record<Gravite, Aspect>> = {
  erreur: "danger",
  avertissement: "avertissement",
  information: "neutre",
};

const ICONES = {
  danger: ErrorCircleFilled,
  avertissement: WarningFilled,
  conforme: CheckmarkCircleFilled,
  question: QuestionCircleFilled,
  neutre: InfoFilled,
} as const;

const useStyles = makeStyles({
  icone: { flexShrink: 0 },
  danger: { color: tokens.colorStatusDangerForeground3 },
  avertissement: { color: tokens.colorStatusWarningForeground3 },
  conforme: { color: tokens.colorStatusSuccessForeground1 },
  question: { color: tokens.colorBrandForeground1 },
  neutre: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  aspect: Aspect;
  taille: 16 | 20;
  /** Son mot, s'il n'est pas écrit à côté. */
  mot?: string;
}

/** L'icône d'un aspect, décorative si le mot est à côté. */
export function IconeDAspect({ aspect, taille, mot }: Props): React.JSX.Element {
  const styles = useStyles();
  const Icone = ICONES[aspect];
  return (
    <Icone
      fontSize={taille}
      className={mergeClasses(styles.icone, styles[aspect])}
      {...(mot !== undefined && { role: "img", "aria-label": mot })}
    />
  );
}
