/** Words by which a key names a person. Their form is that of datum-words. */

/** They may be anybody's or anything's: what stands around them decides. */
export const bareNames = 'name nombre nome nom nm';

/** Only people have them. */
export const personNames = `surname apellido sobrenome sobrenombre nickname nick username fname lname mname apodo apelido
  first+name last+name middle+name second+name full+name given+name family+name maiden+name display+name real+name legal+name
  preferred+name primer+nombre segundo+nombre primeiro+nome segundo+nome ultimo+nome nombre+completo nome+completo
  nombre+legal nome+social nombre+apellido ap+paterno ap+materno paterno materno firma firmante signature+name signer invoice+name nombre+factura
  nome+fatura whatsapp+name nombre+whatsapp nome+whatsapp`;

/** People in a role: with `name` it is their name, and alone too. */
export const people = `person persona pessoa people customer cust client cliente cte buyer comprador shopper consumer
  consumidor subscriber suscriptor assinante membro socio afiliado asociado holder cardholder titular tarjetahabiente cuentahabiente shipto ship+to owner dueno
  propietario proprietario dono beneficiary beneficiario recipient destinatario receiver receptor recebedor addressee
  sender remitente remetente payer pagador payee passenger pasajero passageiro traveler traveller viajero viajante
  guest huesped hospede invitado convidado visitor visitante tenant inquilino landlord patient paciente doctor medico
  medica nurse enfermero dentista student estudiante estudante alumno alumna aluno aluna pupil teacher docente maestro
  maestra profesor profesora professor tutor captain capitan employee empleado empleada empregado funcionario colaborador worker
  trabajador staff manager gerente supervisor agent agente advisor asesor consultant consultor broker salesperson
  salesman salesrep driver conductor chofer motorista rider repartidor entregador mother madre mae father padre pai
  parent companion acompanante acompanhante pareja spouse conyuge conjuge esposo esposa marido wife husband son daughter child hijo hija filho filha kid nino nina
  hermano hermana irmao irma friend amigo amiga neighbor vecino vizinho familiar parente contact contacto contato lead
  prospect prospecto requester solicitante applicant postulante candidate candidato attendee asistente participante
  inscripto invitee referred referido reviewer assignee insured asegurado segurado policyholder debtor deudor devedor
  citizen ciudadano cidadao voter elector admin administrador responsable responsavel apoderado garante resident
  residente caller profile perfil referrer+name reporter+name`;

/** Who uses the app: alone, these name the person in whatever spelling, `juanp` too. */
export const logins = 'user usuario usr login member miembro';

/**
 * A person or a business. Directly before `name` with nothing before them they are a thing (`seller_name`), otherwise a
 * person (`item_seller_name`); where they may be a thing, only a value in the form of a person's name is held back.
 */
export const peopleOrThings = `seller vendedor vendedora vendor player jugador jogador host account cuenta conta courier
  signature reporter retira recibe recebe signed+by reported+by registered+by updated+by requested+by received+by
  delivered+by authorized+by creado+por registrado+por recibido+por retirado+por entregado+por autorizado+por atendido+por
  solicitado+por criado+por recebido+por created+by assigned+to invited+by approved+by referred+by sold+by vendido+por`;

/** Words of a form that go with a person's name: `billing_name`, `form.first`. */
export const formWords = `first last full given family middle maiden legal real preferred primer primero segundo primeiro
  ultimo completo pila social billing shipping delivery envio entrega facturacion faturamento cobranca ship bill
  home work casa trabajo trabalho fiscal particular personal`;

/** Forms themselves: a `name` in one is a person's, but `form_name` is the form's. */
export const forms = 'form formulario signup registro register registration checkout reservation reserva booking';
