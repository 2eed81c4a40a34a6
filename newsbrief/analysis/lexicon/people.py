"""Given names by the gender they mostly mark, surnames that stand first, short forms."""

from __future__ import annotations

import functools

from newsbrief.analysis.lexicon.tables import word_set

_MALE = """
Abner Ada Adel Aidan Ajay Akbar Alain Alastair Aldo Alfredo Alistair Alonzo Amadou Amari Amos
Ansel Ari Ariel Armando Armin Arnaud Arne Arsene Ashton Atul Aubrey August Augusto Avi Aziz Babak
Baptiste Beau Benito Benny Benoit Bertrand Bilal Blaine Blair Blake Boaz Boyd Braden Bram Branko
Brock Bronson Bud Burt Cade Casey Cedric Chaim Che Chet Chuan Clint Cody Colton Cooper Cornel
Cornelius Curt Cyrille Dag Dane Dante Darrell Darius Dawson Delbert Dell Delroy Denny Denys Dexter
Dinesh Dion Dominik Dorian Dov Duane Dusan Dušan Earle Edmond Efrain Ehud Eitan Elvis Emile Emre
Enda Enzo Ephraim Erich Erling Ernst Errol Esteban Etienne Étienne Ezekiel Ezra Fadi Fernand Finn
Fletcher Floyd Forrest Fraser Fritz Gabe Gaston Gavriel Gennady Gerardo Germán Gil Giles Giorgos
Glyn Goran Grady Graeme Grayson Gregor Gurpreet Hadi Hakim Hani Haroon Haruto Hayden Heinz Hendrik
Herb Hernan Hideki Hideo Hisham Holden Horace Horacio Huw Ibrahima Idriss Ike Ilan Imad Ira Irving
Irwin Isaiah Isidro Issa Ivo Jace Jackie Jacinto Jai Jalen Jamil Janez Jarrod Javad Jawad Jeremiah
Jermaine Jerzy Jethro Jibril Jonny Josiah Jozef Jude Jules Jun Junaid Kaleb Karel Karol Kaspar
Kazem Keir Kendrick Kenji Kerem Kiran Kit Kofi Kris Kristian Kristof Krzysztof Kwame Ladislav
Lamar Lamont Landon Lanny Laszlo László Lawrence Lazar Leif Leland Lennox Leopold Lev Linus Logan
Lorne Lorcan Lowell Lucian Lucien Ludovic Maciej Mack Magnus Mahdi Mahmood Majid Malachi Malik
Mansour Manny Maor Marek Marian Mariusz Marv Mason Mateusz Mattias Maurizio Mauro Mehdi Menachem
Merle Merrick Merv Micah Micheal Mickey Mihai Milos Miloš Mirza Mo Mohammad Mohamad Mohsen Monte
Morgan Mort Moses Muhammadu Munir Murat Myles Nadav Nadeem Naveed Navin Ned Nestor Niall Nic
Niccolo Niels Nikola Noam Nolan Octavio Odell Ole Oleksii Ollie Omer Oren Orson Orville Osama
Osman Oswald Ousmane Pascual Patricio Pawan Payton Peyton Philipp Pranab Radek Radoslaw Rafi
Raheem Rainer Ralf Rami Raphael Rashid Reuben Reza Rhett Ricardo Rico Riley Rishi Robby Rocco
Rodrigo Rohan Romain Roni Rosario Rowan Royce Rufus Rush Ryuichi Sacha Sadiq Samer Sanjeev Satoshi
Saulius Saeb Sayed Sepp Seamus Séamus Selim Semyon Shaheen Shahid Shaquille Shariff Shashi Shawn
Shay Shigeru Shlomo Shuja Sigmund Siegfried Simeon Sinan Sindre Slobodan Soren Søren Stavros
Sterling Stu Sundar Sylvester Szymon Tad Tadeusz Taj Tayyip Temur Thad Thaddeus Theodor Theresa
Tiago Tito Tobin Tomasz Tomislav Torsten Turki Ulrich Umberto Vaclav Václav Valentino Vasily
Vaughn Veli Vidal Vikram Virgil Vito Vivek Wael Waleed Walt Wilbur Wiley Wilhelm Wim Wojciech
Wyatt Yaakov Yahya Yannis Yaron Yaser Yehuda Yiannis Yoav Yogi Yonatan Yossi Younis Youssef Zac
Zaid Zalmay Zbigniew Zdravko Zeke Zeljko Zvi Barack Emmanuel Xi Ban Nelson Jair Justin Benyamin
Binyamin Bibi Ferdinand Mitt Marco Lindsey Chuck Beto Mahatma Jawaharlal Hosni Muammar Nouri
Ashraf Hamid Nawaz Imran Anders Jens Sauli Viktor Jaroslaw Donald Lech Andrej Aleksandar Alexis
Kyriakos Uhuru Yoweri Paul Cyril Jacob Thabo Goodluck Olusegun Abiy Fumio Narendra Manmohan
Amartya Satya Elon Lachlan Angus Hamish Ewan Iain Callum Rhys Gethin Nico Kimi Kylian Zinedine
Didier Thibaut Luka Romelu Zlatan Jürgen Pep José Lionel Neymar Demarcus DeAndre Tyreek LeBron
Kobe Tiger Usain Novak Rafa Denzel Keanu Idris Kanye Aaron Abdul Abdullah Abdel Abraham Abu Adam
Adrian Ahmad Ahmed Akira Al Alan Albert Alberto Alec Alejandro Aleksandr Alessandro Alexander
Alexandre Alexei Alexey Alfonso Alfred Ali Allan Allen Alvaro Alvin Amir Amit Anatoly Andre André
Andrea Andreas Andrei Andres Andrés Andrew Andrey Andriy Andy Angelo Anil Anthony Antoine Anton
Antonio António Antony Anwar Archie Arnold Art Arthur Arturo Arun Asad Asif Austin Axel Bart
Barney Barry Bashar Basil Ben Benedict Benjamin Bernard Bernardo Bernie Bert Bill Billy Bjorn Bob
Bobby Boris Brad Bradley Brendan Brent Brett Brian Bruce Bruno Bryan Bryce Byron Caleb Calvin
Cameron Carl Carlo Carlos Carter Cary Cecil Cesar César Chad Charles Charlie Chester Chris
Christian Christophe Christopher Clarence Clark Claude Claudio Clayton Cliff Clifford Clive Clyde
Colin Conor Connor Conrad Corey Cory Craig Curtis Cyrus Dale Damian Damien Damon Dan Daniel
Daniele Danny Darren Darryl Dario Dave David Dean Declan Deepak Demetrius Denis Dennis Derek
Derrick Desmond Devin Dick Diego Dieter Dimitri Dirk Dmitri Dmitry Dmytro Dominic Dominique Don
Donnie Doug Douglas Drew Duncan Dustin Dwayne Dwight Dylan Earl Ed Eddie Edgar Edmund Eduardo
Edward Edwin Eli Elias Elijah Elliot Elliott Emil Emilio Emmett Enrico Enrique Eric Erik Ernest
Ernesto Ernie Ethan Eugene Evan Everett Fabio Faisal Farid Farouk Federico Felipe Felix Fernando
Fidel Francis Francesco Francisco Franco François Francois Frank Frankie Franklin Franz Fred
Freddie Frederick Frederic Fyodor Gabriel Gareth Garrett Garry Gary Gavin Gene Geoff Geoffrey
George Georges Gerald Gerard Gerhard Gerry Gianni Gideon Gilbert Giorgio Giovanni Giulio Giuseppe
Glen Glenn Gordon Graham Grant Greg Gregory Guido Guillermo Gunther Gus Gustavo Guy Habib Hal
Hamza Hank Hans Harold Haruki Harris Harry Harvey Hassan Hector Héctor Heinrich Helmut Henri
Henrik Henry Herbert Herman Herschel Hiroshi Horst Howard Hubert Hugh Hugo Humberto Hussein Ian
Ibrahim Ignacio Igor Ilya Isaac Ismail Ivan Jack Jackson Jacques Jaime Jake Jakob Jamal James
Jamie Jan Jared Jason Javier Jay Jayden Jean Jeb Jed Jeff Jefferson Jeffrey Jeremy Jerome Jerry
Jesse Jesus Jesús Jim Jimmy Jin Joachim Joakim Joao João Joaquin Joe Joel Joey Johan Johann
Johannes John Johnny Jon Jonah Jonas Jonathan Jordan Jorge Jose Josef Joseph Josh Joshua Josip
Juan Julian Julio Julius Jurgen Kai Kamal Karim Karl Karsten Kazuo Keith Kelvin Ken Kenneth Kenny
Kent Kevin Khaled Khalid Kieran Kim Kirk Klaus Konstantin Kumar Kurt Kyle Lance Larry Lars Laurent
Lee Leo Leon Leonard Leonardo Leonid Leroy Leslie Lester Levi Lewis Liam Lloyd Lorenzo Lou Louis
Luc Luca Lucas Luciano Luigi Luis Luís Luiz Lukas Luke Luther Lyle Lyndon Mahmoud Malcolm Manuel
Marc Marcel Marcelo Marcos Marcus Mariano Mario Mark Marko Markus Marlon Marshall Martin Marty
Marvin Massimo Mateo Mathias Mathieu Matt Matteo Matthew Matthias Maurice Mauricio Max Maxim
Maxime Maximilian Maxwell Mehmet Mel Melvin Michael Michel Miguel Mike Mikhail Milan Miles Milton
Mitch Mitchell Mohamed Mohammed Moshe Muhammad Murray Mustafa Mykola Nader Naftali Nasser Nate
Nathan Nathaniel Neal Neil Newt Nicholas Nick Nicola Nicolas Nicolás Nigel Nikita Nikolai Nikos
Nils Noah Noel Norbert Norman Olaf Oleg Oleksandr Oleksiy Oliver Olivier Omar Orlando Orrin Oscar
Oskar Otto Owen Pablo Paddy Paolo Pascal Pat Patrick Paulo Pavel Pawel Pedro Per Percy Perry Pete
Peter Petr Petro Phil Philip Philippe Phillip Pierre Piers Pieter Piotr Prakash Quentin Quincy
Rafael Rahul Raj Rajesh Ralph Ramesh Ramon Ramón Rand Randall Randy Raul Raúl Ravi Ray Raymond
Recep Reggie Reginald Reid Reinhard Rene René Rex Riccardo Richard Rick Ricky Rob Robbie Robert
Roberto Robin Rod Roderick Rodney Rodolfo Roger Roland Rolf Roman Romano Ron Ronald Ronnie Rory
Ross Roy Ruben Rudolf Rudolph Rudy Rupert Russ Russell Ryan Saeed Sajid Salem Salman Salvador
Salvatore Sam Sami Samir Sammy Samuel Sandeep Sanjay Santiago Saul Scott Sean Sebastian Sébastien
Serge Sergei Sergey Sergio Seth Shane Shaun Sheldon Shimon Shinzo Sid Sidney Silvio Simon Solomon
Stan Stanislav Stanley Stefan Stefano Stephan Stephane Stephen Steve Steven Stewart Stuart Sunil
Suresh Sven Takeshi Tariq Taro Ted Terence Terrence Terry Theo Theodore Thierry Thom Thomas
Thorsten Tim Timothy Timur Tobias Toby Todd Tom Tomas Tomás Tommy Toni Tony Travis Trent Trevor
Tristan Troy Tyler Tyrone Umar Uri Valentin Valery Vernon Vicente Victor Vijay Vince Vincent Vinod
Vitali Vitaly Vittorio Vlad Vladimir Volodymyr Vyacheslav Wade Walid Wallace Walter Warren Wayne
Wendell Werner Wes Wesley Wilfred Will Willem William Willie Willy Winston Wolf Wolfgang Woody
Xavier Yair Yan Yannick Yasser Yevgeny Yitzhak Yoshihide Yosef Yuri Yusuf Yves Zach Zachary Zack
Zane Zeid Ziad Zoran
Ciarán Ciaran Cillian Micheál Seán Pádraig Padraig Eoin Eoghan Oisín Oisin Cathal Diarmuid Donal
Donncha Fergal Fionn Lorcán Ruairí Ruairi Tadhg Colm Cormac Darragh Daragh Finian Fintan Garret
Malachy Odhran Ronan Rónán Senan Éamon Éamonn Eamon Eamonn Proinsias Peadar Aengus Aonghus Caolan
Turlough Euan Ruaridh Dafydd Geraint Ieuan Iolo Rhodri Owain Gwilym Emyr Alun Arjun Arvind Nitish
Rajnath Sachin Virat Rohit Aditya Karthik Siddharth Rajiv Rajeev Manish Mukesh Naresh Mahesh
Ganesh Ashok Vikas Vishal Varun Tarun Tejas Sudhir Subhash Sourav Satish Sameer Rakesh Pramod
Prashant Piyush Pankaj Nitin Nilesh Neeraj Mohan Manoj Manohar Madhav Lalit Kunal Keshav Kapil
Jayant Jagdish Jagan Hemant Harish Gopal Girish Gaurav Devendra Dharmendra Chandrababu Bhupesh
Bhupinder Biplab Basavaraj Ashwin Ashwini Ashish Anurag Anand Akhilesh Ajit Abhishek Abhijit
Yashwant Yogendra Jasprit Ravindra Ravichandran Hardik Shubman Rishabh Ishan Mallikarjun Digvijaya
Jyotiraditya Bhagwant Tejashwi Uddhav Eknath Sharad Himanta Pinarayi Edappadi Udhayanidhi
Sukhvinder Pushkar Ashutosh Raghuram Urjit Shaktikanta Gautam Mukul Kailash Jitendra Surendra
Virendra Mahendra Upendra Nagendra Rajendra Raghavendra Botcha Muralidhar Sridhar Srinivas
Srikanth Venkatesh Shehbaz Bilawal Pervez Ishaq Wasim Waqar Sarfaraz Javed Usman Farooq Zulfikar
Liaquat Arif Fawad Kamran Shoaib Tahir Yasir Zahid Zubair Emeka Chidi Chukwuma Chukwuemeka Chinedu
Chike Obinna Ikechukwu Ifeanyi Kelechi Nnamdi Okechukwu Olusola Oluwaseun Olu Femi Tunde Babatunde
Babajide Yemi Gbenga Kayode Kunle Segun Rotimi Akinwumi Nyesom Godwin Rochas Atiku Abubakar
Abdullahi Aminu Nuhu Musa Sanusi Umaru Shehu Yakubu Kashim Kwesi Kwaku Kwabena Kojo Raila Mwai
Kipchoge Eliud Njoroge Otieno Kamau Odhiambo Ochieng Omondi Kimani Mwangi Githu Rigathi Musalia
Kalonzo Kithure Wycliffe Kipchumba Kiprono Kiplagat Sipho Mandla Bongani Themba Tshepo Jabu
Sibusiso Siyabonga Siya Kagiso Panyaza Gwede Nhlanhla Pravin Zweli Fikile Tafadzwa Emmerson
Tinashe Farai Tapiwa Kizza Jakaya Hailemariam Tedros Getachew Mamadou Moussa Macky Cheikh
Abdoulaye Souleymane Boubacar Idrissa Oumar Alassane Bassam Ayman Fouad Ghassan Ihab Issam Kareem
Marwan Nabil Rafik Ramzi Tarek Zaki Humza Anas Ernő Zoltán Gábor Péter Bjørn Kjell Jørgen Håkon
Andrzej Jarosław Grzegorz Paweł Łukasz Stanisław Ahmet Ekrem Binali Süleyman Hakan Mevlüt Hulusi
Selahattin Hakeem DeShawn Darnell Terrell Nayib Inácio Iván Serhiy Vitaliy Kyrylo Aleksei Gennadi
Yanis Bola Noor Uche Ayanda Refiloe Jaswinder Harpreet Manpreet Amarjit Parminder Simran
"""
_FEMALE = """
Florence Alexandria Savannah Adelaide Adela Adrienne Afua Agatha Agnieszka Aileen Aimee Akiko
Alana Alba Aleksandra Alessandra Alfreda Aliya Alma Althea Amira Anahita Andrea Angelika Angelique
Anika Anisa Annabelle Annalise Anneke Annemarie Antoinette Anushka Aretha Arianna Ariella Asha
Ashleigh Asma Athena Augusta Aurelie Ayesha Aylin Azadeh Babette Beata Bea Bernice Bess Bettina
Beulah Birgit Blanca Blanche Bobbie Bonita Brandi Bree Brianna Bronwyn Callie Carey Carina
Carlotta Carmela Carolyne Cecily Celina Chandra Chantal Charmaine Cher Cheri Chiara Chrissy Cicely
Clarissa Claudette Cleo Clementine Coleen Coretta Cosima Courtney Dagmar Dahlia Damaris Danica
Daria Davina Dayna Deanna Dee Delilah Della Demi Desiree Diandra Dominika Dorothea Dorit Dorte
Dulce Effie Elaina Elfriede Eliana Ellie Elinor Elma Eloise Elspeth Elvira Emanuela Emmeline Enid
Erna Ernestine Esmeralda Esperanza Estelle Etta Eunice Evangeline Eve Ewa Fabiana Fabienne Fanny
Farida Fatemeh Fay Fern Fernanda Fran Frederica Freya Gaby Galina Gayle Genevra Germaine Ghada
Gigi Gilda Gisela Giulia Glenn Glynis Goldie Graciela Grainne Greer Guadalupe Hadley Hala Halima
Halle Hana Haruka Hayley Hedwig Henriette Hermione Ieva Ilana Ilse Imani Imogen Ina Inge Inger
Iolanda Iona Isadora Isla Itziar Ivonne Izabela Jacinta Jacquelyn Jada Jaimie Jamila Janelle
Janette Janie Janis Jeannette Jeannie Jerri Jill Joann Joelle Johanna Jolene Jordana Josefina
Josie Judi Julianna Kaori Karla Karolina Kasia Katarzyna Katerina Kathrin Kathryne Katja Katrin
Kaye Keisha Kellie Kelsey Kerstin Khadija Kiera Kimber Kira Kirstin Krista Krystyna Kyra Ladonna
Laila Lakshmi Larissa Latifa Lavinia Lea Leanna Leigh Lenore Leonora Lesley Lexi Liane Lilia
Liliana Lina Linnea Lindy Lisbeth Livia Lizzie Loreen Lorna Lou Louisa Luana Luciana Lucía Lupe
Luz Lyla Lyudmila Mackenzie Madge Magda Magdalena Maia Maja Malgorzata Manal Mara Marcela Marcy
Margo Maribel Maricela Mariel Marietta Mariella Marijke Marion Maris Marisa Marisol Maritza Marla
Marlo Marnie Marsha Maude Maud Mavis Mayumi Mckenzie Meera Megyn Meg Mehreen Mei Merle Michiko
Mika Mila Milena Mimi Minerva Minnie Mireille Mitzi Moira Morgan Muna Nada Nadezhda Nahid Nana
Nanette Nasrin Natalya Natascha Nawal Neha Nell Nettie Neva Nichole Nigella Nicolette Nika Nilufar
Noa Noemi Nour Noura Octavia Odette Olena Olive Oona Paloma Pam Paola Parisa Pascale Paulette
Paulina Pavla Perla Petronella Philippa Philomena Pia Pippa Portia Rabia Rae Rana Randi Rania Reem
Regan Regine Reina Renate Rene Reyna Rhea Rhiannon Ricki Robyn Rochelle Romy Rosalba Rosalyn
Rosamund Rosanna Roseanne Rosemarie Roslyn Rosario Roxana Rupa Sadia Saffron Sahar Saira Salome
Samara Sanaa Sanjana Saoirse Sari Sasha Scarlett Selena Selma Shanna Shanice Shari Sharmila Shauna
Sheena Sherri Sherry Shira Shirin Shreya Siena Sigrid Silke Sima Sinead Sinéad Sissel Solange
Solveig Sondra Soraya Stefania Stefanie Steffi Sumaya Sunita Suzan Suzette Swati Tahira Tal Talia
Tamar Tamsin Tania Tatyana Tawanda Teri Terri Tia Tilda Tilly Toni Tova Trina Trish Trudy Tuula
Ulla Uma Vala Valeria Velma Verna Vesna Vilma Vita Viviana Wafa Waltraud Wilda Willa Winona Xenia
Yael Yan Yara Yelena Yuki Yuko Zeina Zena Zoya Zsuzsanna Zuzana Angela Theresa Aung Benazir
Condoleezza Kirstjen Nikki Tulsi Ruth Sonia Elena Amy Ketanji Ayaan Greta Marine Giorgia Ursula
Christine Mette Sanna Kaja Ingrida Jacinda Penny Julia Carrie Ellen Katharina Annalena Ségolène
Najat Rachida Anneliese Yvette Nicola Arlene Michelle Leanne Serena Venus Naomi Simone Megan Katie
Beyonce Rihanna Shakira Madonna Adele Dua Ariana Lena Abigail Ada Adriana Agnes Aisha Alexandra
Alexa Alexis Alice Alicia Alina Alison Allison Alyssa Amal Amanda Amber Amelia Amina Ana Anastasia
Andie Angelica Angelina Angie Anita Anja Ann Anna Annabel Anne Annette Annie Antonia Anya April
Ashley Astrid Audrey Ava Barbara Beatrice Beatriz Becky Belinda Bella Bernadette Bertha Beth
Bethany Betsy Betty Beverly Beyoncé Bianca Bonnie Brenda Briana Bridget Brigitte Brittany Brooke
Caitlin Camila Camilla Camille Candace Candice Cara Carla Carly Carmen Carol Carole Carolina
Caroline Carolyn Cassandra Catalina Catherine Cathy Cecilia Cecile Celeste Celia Celine Charlene
Charlotte Chelsea Cherie Cheryl Chloe Christa Christina Christy Cindy Claire Clara Clare Claudia
Colleen Connie Constance Consuelo Cora Cordelia Corinne Cristina Crystal Cynthia Daisy Dana
Daniela Danielle Daphne Darlene Dawn Deborah Debbie Debra Deirdre Delia Denise Diana Diane Dianne
Dina Dolores Donna Dora Doris Dorothy Edith Edna Eileen Elaine Eleanor Elisa Elise Elisabeth Eliza
Elizabeth Ella Elsa Emilia Emily Emma Erica Erika Erin Esther Ethel Eugenia Eva Evelyn Faith Farah
Fatima Fatou Faye Felicia Felicity Fiona Flora Frances Francesca Frieda Gabriela Gabriella
Gabrielle Gail Gemma Genevieve Georgina Geraldine Gertrude Gillian Gina Ginger Giovanna Gisele
Gladys Glenda Gloria Golda Grace Gretchen Gwen Gwendolyn Hanan Hannah Harriet Hazel Heather Heidi
Helen Helena Helene Helga Henrietta Hilary Hillary Holly Huma Ida Ilhan Imelda Indira Inés Ines
Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Ivana Ivanka Ivy Jackie Jacqueline Jane
Janet Janice Janine Jasmine Jayne Jeanette Jeanine Jeanne Jen Jenna Jennifer Jenny Jessica Jessie
Jo Joan Joanna Joanne Jocelyn Jodi Jodie Josephine Joy Joyce Juanita Judith Judy Juliana Julianne
Julie Juliet Juliette June Justine Kaitlyn Kamala Karen Karin Karina Kate Katarina Katherine
Kathleen Kathryn Kathy Katrina Katy Kay Kayla Kellyanne Kelly Kendra Keiko Kerry Kirsten Kirsty
Kimberly Kristen Kristi Kristin Kristina Kristine Lana Lara Latoya Laura Lauren Laurie Leah Leila
Leslie Leticia Lidia Lila Lillian Lily Linda Lindsay Lindsey Lisa Liv Liz Liza Lois Lola Lorena
Loretta Lori Lorraine Louise Lucia Lucille Lucinda Lucy Ludmila Luisa Lydia Lynn Lynne Mabel
Madeleine Madeline Madison Maeve Maggie Malala Mallory Mandy Manuela Marcia Margaret Margarita
Margot Marguerite Maria María Marian Marianne Marie Marilyn Marina Marissa Marjorie Marlene Marta
Martha Martina Mary Maryam Matilda Maureen Maxine May Maya Meghan Melania Melanie Melinda Melissa
Mercedes Meredith Meryl Mia Michaela Michele Mildred Millie Mina Mindy Miranda Miriam Molly Mona
Monica Monika Monique Muriel Myra Myrtle Nadia Nadine Nancy Natalia Natalie Natasha Nathalie
Nellie Nicole Nicky Nina Noelle Nora Noreen Norma Nuala Oksana Olga Olivia Ophelia Oprah Paige
Pamela Patricia Patti Patty Paula Pauline Pearl Peggy Penelope Petra Phoebe Phyllis Pilar Polly
Preeti Priscilla Priti Priya Priyanka Queenie Rachel Rafaela Ramona Raquel Rebecca Regina Renata
Renee Renée Rhoda Rhonda Rita Roberta Rosa Rosalind Rosalie Rosanne Rose Rosemary Rosie Rowena
Roxanne Ruby Sabine Sabrina Sadie Sally Salma Samantha Samira Sandra Sara Sarah Saskia Shannon
Sharon Sheila Shelley Shelly Sheryl Shirley Sienna Silvia Siobhan Sofia Soledad Sonja Sophia
Sophie Stacey Stacy Stella Stephanie Sue Summer Susan Susana Susanna Susanne Suzanne Svetlana
Sybil Sylvia Sylvie Tabitha Tamara Tammy Tanya Tara Tatiana Taylor Teresa Tess Tessa Thea Thelma
Therese Tiffany Tina Tonya Tracey Traci Tracy Trisha Ulrike Una Valentina Valerie Vanessa Vera
Verena Veronica Veronique Vicki Vicky Victoria Viola Violet Virginia Vivian Viviane Wanda Wendy
Whitney Wilhelmina Wilma Winifred Winnie Xiomara Yasmin Yasmine Yolanda Yoko Yulia Yvonne Zadie
Zahra Zainab Zelda Zoe Zoë
Aoife Siobhán Niamh Ciara Róisín Roisin Gráinne Aisling Ailbhe Áine Aine Bláthnaid Bríd Caoimhe
Clodagh Éabha Eimear Fionnuala Mairead Mairéad Méabh Oonagh Orla Órla Orlaith Sadhbh Sorcha Úna
Dervla Dearbhla Catríona Catriona Muireann Mhairi Eilidh Ailsa Morag Shona Angharad Ceri Carys
Catrin Delyth Ffion Gwyneth Lowri Menna Nerys Rhian Siân Sian Sioned Ananya Mamata Sania Nirmala
Kavita Pooja Divya Sushma Smriti Aishwarya Anjali Aparna Archana Arundhati Barkha Deepika Draupadi
Geeta Jayalalithaa Kalpana Kangana Kanimozhi Kareena Leela Madhuri Mayawati Medha Meenakshi
Mithali Namrata Nandini Nandita Padma Parvati Pallavi Pratibha Preity Radhika Rekha Renuka Revathi
Sangeeta Sarojini Savitri Shabana Shilpa Shobha Shruti Smita Sneha Sonali Sujata Sumitra Supriya
Vandana Vasundhara Vidya Vineeta Vinesh Purandeswari Hina Khaleda Hasina Ngozi Chimamanda Adaeze
Amaka Chioma Chinwe Ifeoma Nkechi Nneka Obiageli Oby Folake Folasade Funke Yemisi Temitope
Titilayo Ronke Toyin Hauwa Hadiza Bukola Akosua Abena Adwoa Efua Wangari Wanjiru Wanjiku Akinyi
Achieng Atieno Nyambura Njeri Wambui Nomvula Lindiwe Naledi Zodwa Nkosazana Thuli Thandi Thandeka
Busisiwe Nomsa Zanele Zindzi Nolwazi Khensani Lerato Palesa Refilwe Tendai Rutendo Samia Mariama
Aissatou Fatoumata Aminata Imane Layla Huda Hoda Zeinab Kemi Suella Nusrat Rushanara Zarah Apsana
Åsa Małgorzata Meral Ayşe Emine Ayanna Pramila Rashida Tamika Iryna Nataliya Sviatlana Bola Noor
Uche Ayanda Refiloe Jaswinder Harpreet Manpreet Amarjit Parminder Simran
"""
# Everyday words that are common surnames too: "Theresa May", "Jack White".
EVERYDAY_SURNAMES = word_set(
    "Banks Best Black Case Child Close Day Early Flood Friend Gold Good Green Head Judge Key Law "
    "Little Long Love Low Major May Pope Power Price Short Small Snow Spring Story Weeks White "
    "Winter Young"
)
# Surnames that stand first in Chinese, Korean and Vietnamese names: "Li" is Li Shangfu.
SURNAME_FIRST = word_set(
    "Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng "
    "Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye "
    "Cheng Wei Su Lu Ding Ren Yao Shen Zhong Cui Tan Fan Xi Mao Qin Hua Xia Qian Kim Park Lee "
    "Choi Moon Yoon Jung Kang Cho Jang Lim Shin Kwon Hwang Ahn Hong Nguyen Tran Le Pham Phan Vu "
    "Vo Bui Ngo Tsai Lai Chiang Chan Wong Leung Cheung Ho Ng Bao Hou Kong Meng Shi Tao Xiong Yan "
    "Zou"
)
_SHORT = """
Abe Abraham|Al Albert Alan Alfred|Alex Alexander Alexandra|Andy Andrew|Ben Benjamin|Bernie Bernard
Beth Elizabeth|Betsy Elizabeth|Bill William|Billy William|Bob Robert|Bobby Robert|Cathy Catherine
Charlie Charles|Chris Christopher Christine|Chuck Charles|Dan Daniel|Dave David|Debbie Deborah
Dick Richard|Don Donald|Doug Douglas|Ed Edward Edwin|Eddie Edward|Fred Frederick|Gene Eugene
Greg Gregory|Jack John|Jake Jacob|Jeff Jeffrey|Jen Jennifer|Jenny Jennifer|Jerry Gerald Jerome
Jim James|Jimmy James|Joe Joseph|Jon Jonathan|Josh Joshua|Kate Katherine|Kathy Katherine Kathleen
Katie Katherine|Ken Kenneth|Larry Lawrence|Liz Elizabeth|Maggie Margaret|Matt Matthew|Max Maxwell
Meg Margaret|Mike Michael|Mitch Mitchell|Nate Nathan Nathaniel|Nick Nicholas|Pam Pamela
Pat Patrick Patricia|Peggy Margaret|Pete Peter|Phil Philip Phillip|Ray Raymond|Rich Richard
Rick Richard|Rob Robert|Ron Ronald|Rudy Rudolph|Russ Russell|Sam Samuel Samantha
Steve Steven Stephen|Stu Stuart|Sue Susan|Ted Edward Theodore|Terry Terrence|Tim Timothy
Tom Thomas|Tony Anthony|Vince Vincent|Will William|Zach Zachary
"""


@functools.cache
def given_names() -> dict[str, str]:
    """Given name to ``"m"``, ``"f"`` or, where both bear it, ``""``."""
    found = dict.fromkeys(_MALE.split(), "m")
    for name in _FEMALE.split():
        found[name] = "" if name in found else "f"
    return found


@functools.cache
def full_forms() -> dict[str, frozenset[str]]:
    """Short form of a given name to the names it may stand for."""
    rows = [row.split() for row in _SHORT.strip().replace("\n", "|").split("|")]
    return {row[0]: frozenset(row[1:]) for row in rows}
